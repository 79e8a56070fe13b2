package io.quorate.workload;

import java.util.List;
import java.util.function.Function;

/**
 * A kind of load with the model that judges it.
 *
 * @param name how it is called: {@code register}, {@code cas-register}
 * @param about one sentence on what it asks
 * @param model name of the model of one object, as a history's first line has it
 * @param functions the functions that the system must offer
 * @param main what is asked during warm-up and main phase, as fast as workers come free: pace it.
 *     One generator for both phases: the second one begins with the rest of the first, since a
 *     fresh one would write the same values again
 * @param finish given all keys used in the run, what is asked at the very end
 */
public record Workload(
    String name,
    String about,
    String model,
    List<String> functions,
    Generator main,
    Function<List<String>, Generator> finish) {
  /** Keeps its own copy of the functions. */
  public Workload {
    functions = List.copyOf(functions);
  }
}
