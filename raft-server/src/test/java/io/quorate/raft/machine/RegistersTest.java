package io.quorate.raft.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quorate.raft.Chunk;
import io.quorate.raft.Command;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RegistersTest {
  private final Registers registers = new Registers();

  @Test
  void aRegisterNeverWrittenHoldsNothing() {
    assertThat(registers.read("x")).isNull();
    assertThat(registers.apply(new Command.CompareAndSet("x", null, "1"))).isEqualTo(Result.DONE);
    assertThat(registers.read("x")).isEqualTo("1");
  }

  @Test
  void aCompareAndSetThatDoesNotMatchChangesNothing() {
    registers.apply(new Command.Write("x", "1"));

    Result result = registers.apply(new Command.CompareAndSet("x", "2", "3"));

    assertThat(result).isEqualTo(Result.MISMATCH);
    assertThat(registers.read("x")).isEqualTo("1");
  }

  @Test
  void writingNothingRemoves() {
    registers.apply(new Command.Write("x", "1"));
    registers.apply(new Command.Write("y", "2"));

    registers.apply(new Command.Write("x", null));
    registers.apply(new Command.CompareAndSet("y", "2", null));
    registers.apply(new Command.Noop());

    assertThat(registers.contents()).isEmpty();
  }

  @Test
  void anImageIsWhatTheRegistersHeldThen() {
    Registers registers = new Registers();
    for (int i = 0; i < 1000; i++) {
      registers.apply(new Command.Write("k" + i, "v" + i));
    }
    Image image = registers.image();
    for (int i = 0; i < 1000; i += 2) {
      registers.apply(new Command.Write("k" + i, i % 4 == 0 ? null : "other"));
    }

    Registers restored = new Registers();
    restored.apply(new Command.Write("left", "over"));
    restored.restore(image.state());

    assertThat(restored.contents()).hasSize(1000);
    for (int i = 0; i < 1000; i++) {
      assertThat(restored.read("k" + i)).isEqualTo("v" + i);
    }
    assertThat(registers.contents()).hasSize(750);
  }

  @Test
  void equalRegistersHaveEqualBytes() {
    Registers one = new Registers();
    Registers other = new Registers();
    for (int i = 0; i < 100; i++) {
      one.apply(new Command.Write("k" + i, "ü" + i));
      other.apply(new Command.Write("k" + (99 - i), "ü" + (99 - i)));
    }
    other.apply(new Command.Write("gone", "x"));
    other.apply(new Command.Write("gone", null));

    assertThat(one.image().state()).isEqualTo(other.image().state());
  }

  @Test
  void bytesThatAreNoStateAreRefused() {
    byte[] state = {0, 0, 0, 1, 0, 0, 0, 1, 'k', 0, 0, 0, 1, 'v'};
    Registers registers = new Registers();
    registers.restore(Chunk.of(state));
    assertThat(registers.contents()).isEqualTo(Map.of("k", "v"));

    for (int length = 0; length < state.length; length++) {
      Chunk cut = Chunk.of(Arrays.copyOf(state, length));
      assertThatThrownBy(() -> registers.restore(cut)).isInstanceOf(IllegalArgumentException.class);
    }
    Chunk longer = Chunk.of(Arrays.copyOf(state, state.length + 1));
    assertThatThrownBy(() -> registers.restore(longer))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
