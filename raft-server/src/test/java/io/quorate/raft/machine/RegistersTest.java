package io.quorate.raft.machine;

import static org.assertj.core.api.Assertions.assertThat;

import io.quorate.raft.Command;
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
}
