package io.quorate.results.coverage;

import io.quorate.history.Disturbance;
import io.quorate.history.Evidence;
import io.quorate.history.History;
import io.quorate.results.measures.FaultKind;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The cuts of a run, one behind another.
 *
 * @param nodes how many nodes the cluster has
 * @param cuts in the order in which the world was told
 */
public record CutWalk(int nodes, List<Cut> cuts) {
  private static final String OTHER = "other";
  private static final String UNKNOWN = "leaderless";
  private static final String NOT_LANDED = "!";

  /** One cut. */
  public sealed interface Cut {
    /**
     * It parted the cluster in two.
     *
     * @param landed whether evidence showed it in force
     */
    record InTwo(CutShape shape, boolean landed) implements Cut {}

    /** It had another form. */
    record Other() implements Cut {}

    /** Before it no leader was seen. */
    record Leaderless() implements Cut {}
  }

  /** Keeps its own copy. */
  public CutWalk {
    cuts = List.copyOf(cuts);
  }

  /**
   * Looks at the cuts of {@code history}.
   *
   * @param landed whether the fault of this id was proven
   */
  public static CutWalk of(History history, Predicate<String> landed) {
    List<String> nodes = history.header().nodes();
    return new CutWalk(
        nodes.size(),
        history.disturbances().stream()
            .filter(fault -> FaultKind.of(fault) == FaultKind.PARTITION)
            .filter(fault -> fault.commandedNanos() != Disturbance.NEVER)
            .sorted(Comparator.comparingLong(Disturbance::commandedNanos))
            .map(fault -> cut(nodes, fault, landed))
            .toList());
  }

  private static Cut cut(List<String> nodes, Disturbance fault, Predicate<String> landed) {
    Optional<String> leader =
        fault.evidence().stream().map(Evidence::leader).flatMap(Optional::stream).findFirst();
    if (leader.isEmpty()) {
      return new Cut.Leaderless();
    }
    Optional<CutShape> shape = CutShape.of(nodes, fault.links(), leader.get());
    return shape.isPresent()
        ? new Cut.InTwo(shape.get(), landed.test(fault.id()))
        : new Cut.Other();
  }

  /** Returns it in words that {@link #read} understands: {@code 3 both-ways:1 deaf:2! other}. */
  public String text() {
    return Stream.concat(Stream.of(Integer.toString(nodes)), cuts.stream().map(CutWalk::word))
        .collect(Collectors.joining(" "));
  }

  private static String word(Cut cut) {
    return switch (cut) {
      case Cut.InTwo two -> two.shape().word() + (two.landed() ? "" : NOT_LANDED);
      case Cut.Other o -> OTHER;
      case Cut.Leaderless l -> UNKNOWN;
    };
  }

  /**
   * Reads what {@link #text} wrote; no node and no cut in an empty text.
   *
   * @throws IllegalArgumentException with one sentence where it is something else
   */
  public static CutWalk read(String text) {
    if (text.isEmpty()) {
      return new CutWalk(0, List.of());
    }
    List<String> words = List.of(text.split(" ", -1));
    try {
      return new CutWalk(
          Integer.parseInt(words.getFirst()),
          words.subList(1, words.size()).stream().map(CutWalk::cut).toList());
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("no walk of cuts: " + text, e);
    }
  }

  private static Cut cut(String word) {
    return switch (word) {
      case OTHER -> new Cut.Other();
      case UNKNOWN -> new Cut.Leaderless();
      default -> {
        boolean landed = !word.endsWith(NOT_LANDED);
        String shape = landed ? word : word.substring(0, word.length() - 1);
        yield new Cut.InTwo(shape(shape), landed);
      }
    };
  }

  private static CutShape shape(String word) {
    int colon = word.indexOf(':');
    if (colon < 0) {
      throw new IllegalArgumentException("no shape: " + word);
    }
    String kind = word.substring(0, colon).toUpperCase(Locale.ROOT).replace('-', '_');
    int side = Integer.parseInt(word.substring(colon + 1));
    return new CutShape(CutShape.Kind.valueOf(kind), side);
  }
}
