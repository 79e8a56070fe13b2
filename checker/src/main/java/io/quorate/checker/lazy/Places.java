package io.quorate.checker.lazy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What is open at any place of a line, from notes taken every so often. */
final class Places {
  private static final int STRIDE = 512;

  private final Line line;
  private final List<int[]> notes = new ArrayList<>();

  Places(Line line) {
    this.line = line;
    int[] occupant = new int[line.slots];
    Arrays.fill(occupant, Line.NONE);
    for (int position = 0; position < line.events.length; position++) {
      if (position % STRIDE == 0) {
        notes.add(Arrays.stream(occupant).filter(op -> op != Line.NONE).toArray());
      }
      int event = line.events[position];
      if (event < 0) {
        occupant[line.slot[~event]] = Line.NONE;
      } else if (line.returns(event)) {
        occupant[line.slot[event]] = event;
      }
    }
  }

  /** What is open before the event at {@code position}. */
  Open before(int position) {
    Open open = new Open(line);
    int note = position / STRIDE;
    if (note < notes.size()) {
      Arrays.stream(notes.get(note)).forEach(open::invoked);
    }
    int from = note * STRIDE;
    open.invokedBefore(from);
    for (int p = from; p < position; p++) {
      int event = line.events[p];
      if (event >= 0) {
        open.invoked(event);
      } else {
        open.returned(~event);
      }
    }
    return open;
  }
}
