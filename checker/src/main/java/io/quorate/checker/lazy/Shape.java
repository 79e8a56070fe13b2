package io.quorate.checker.lazy;

/**
 * How a configuration lies in words.
 *
 * <pre>
 * word 0               the value (low half); place of the last write, 0 for none (high half)
 * slot words           a bit a slot: of a read that it is satisfied, of a writer that it is placed
 * unknown words        16 bits a group: how many of unknown outcome are placed
 * </pre>
 *
 * @param slotWords how many words the slots take
 * @param groups how many groups there are
 */
record Shape(int slotWords, int groups) {
  private static final int BITS = 16;
  private static final int A_WORD = Long.SIZE / BITS;
  private static final long MASK = (1L << BITS) - 1;

  /** Most operations of unknown outcome in one group. */
  static final int MOST_UNKNOWN = (int) MASK;

  static Shape of(Line line) {
    return new Shape((line.slots + Long.SIZE - 1) / Long.SIZE, line.unknown.length);
  }

  int width() {
    return 1 + slotWords + (groups + A_WORD - 1) / A_WORD;
  }

  static int value(long[] words, int at) {
    return (int) words[at];
  }

  static int wroteAt(long[] words, int at) {
    return (int) (words[at] >>> 32);
  }

  static void state(long[] words, int at, int value, int wroteAt) {
    words[at] = ((long) wroteAt << 32) | value;
  }

  static boolean has(long[] words, int at, int slot) {
    return (words[at + 1 + (slot >> 6)] & (1L << slot)) != 0;
  }

  static void set(long[] words, int at, int slot) {
    words[at + 1 + (slot >> 6)] |= 1L << slot;
  }

  static void clear(long[] words, int at, int slot) {
    words[at + 1 + (slot >> 6)] &= ~(1L << slot);
  }

  /** How many of unknown outcome of this group are placed. */
  int used(long[] words, int at, int group) {
    return (int) (words[at + 1 + slotWords + group / A_WORD] >>> (group % A_WORD * BITS) & MASK);
  }

  void use(long[] words, int at, int group) {
    words[at + 1 + slotWords + group / A_WORD] += 1L << (group % A_WORD * BITS);
  }
}
