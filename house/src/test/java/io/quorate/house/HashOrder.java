package io.quorate.house;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParameterizedTypeTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Nothing in a deterministic room may depend on the order of a hash table: it changes with every
 * start of the JVM for {@code Set.of} and {@code Map.of}, and with hash codes and history for the
 * others. Looking up is fine; walking over is not.
 *
 * <p>What this sees: a walk (for, iterator, stream, forEach, entrySet, keySet, values, toString by
 * name is not seen) over a variable or field of the same file that is set to a hash collection, and
 * over such an expression directly. And since a collection that leaves its file cannot be followed,
 * {@code Set.copyOf} and {@code Map.copyOf}, which are made to be handed out, are refused outright.
 */
final class HashOrder {
  private static final Set<String> TYPES =
      Set.of("HashMap", "HashSet", "IdentityHashMap", "ConcurrentHashMap", "WeakHashMap");

  private static final Set<String> FACTORIES =
      Set.of(
          "Set.of",
          "Map.of",
          "Map.ofEntries",
          "Set.copyOf",
          "Map.copyOf",
          "Collectors.toSet",
          "Collectors.toUnmodifiableSet",
          "Collectors.toUnmodifiableMap");

  private static final Set<String> HANDED_OUT = Set.of("Set.copyOf", "Map.copyOf");

  private static final Set<String> WALKS =
      Set.of(
          "iterator",
          "stream",
          "forEach",
          "entrySet",
          "keySet",
          "values",
          "toArray",
          "spliterator",
          "replaceAll",
          "removeIf");

  private HashOrder() {}

  static List<Rule> rules() {
    return List.of(new Rule("no-walk-in-hash-order", HashOrder::look));
  }

  private static List<Breach> look(House house) {
    List<Breach> breaches = new ArrayList<>();
    for (Source source : house.sources()) {
      if (Bans.isPure(source.packageName())) {
        Set<String> unordered = new TreeSet<>();
        new Setters(unordered).scan(source.unit(), null);
        new Walks(source, unordered, breaches).scan(source.unit(), null);
      }
    }
    return breaches;
  }

  private static boolean isHash(Tree tree) {
    return switch (tree) {
      case NewClassTree made -> TYPES.contains(simpleName(made.getIdentifier()));
      case MethodInvocationTree call ->
          FACTORIES.contains(String.valueOf(call.getMethodSelect()))
              || (call.getMethodSelect() instanceof MemberSelectTree select
                  && select.getIdentifier().contentEquals("collect")
                  && call.getArguments().stream().anyMatch(HashOrder::isHash));
      case null, default -> false;
    };
  }

  private static String simpleName(Tree type) {
    String name =
        type instanceof ParameterizedTypeTree generic
            ? String.valueOf(generic.getType())
            : String.valueOf(type);
    return name.substring(name.lastIndexOf('.') + 1);
  }

  private static String name(Tree tree) {
    return switch (tree) {
      case IdentifierTree identifier -> identifier.getName().toString();
      case MemberSelectTree select
          when select.getExpression() instanceof IdentifierTree self
              && self.getName().contentEquals("this") ->
          select.getIdentifier().toString();
      default -> "";
    };
  }

  /** Collects the names that are set to a hash collection. */
  private static final class Setters extends TreeScanner<Void, Void> {
    private final Set<String> names;

    Setters(Set<String> names) {
      this.names = names;
    }

    @Override
    public Void visitVariable(VariableTree variable, Void none) {
      if (isHash(variable.getInitializer())) {
        names.add(variable.getName().toString());
      }
      return super.visitVariable(variable, null);
    }

    @Override
    public Void visitAssignment(AssignmentTree assignment, Void none) {
      if (isHash(assignment.getExpression())) {
        names.add(name(assignment.getVariable()));
      }
      return super.visitAssignment(assignment, null);
    }
  }

  /** Reports the walks over them. */
  private static final class Walks extends TreeScanner<Void, Void> {
    private final Source source;
    private final Set<String> unordered;
    private final List<Breach> breaches;

    Walks(Source source, Set<String> unordered, List<Breach> breaches) {
      this.source = source;
      this.unordered = unordered;
      this.breaches = breaches;
    }

    @Override
    public Void visitEnhancedForLoop(EnhancedForLoopTree loop, Void none) {
      report(loop, loop.getExpression());
      return super.visitEnhancedForLoop(loop, null);
    }

    @Override
    public Void visitMethodInvocation(MethodInvocationTree call, Void none) {
      if (HANDED_OUT.contains(String.valueOf(call.getMethodSelect()))) {
        breaches.add(new Breach(source.place(call), call + " hands out an order of its own"));
      }
      if (call.getMethodSelect() instanceof MemberSelectTree select
          && WALKS.contains(select.getIdentifier().toString())) {
        report(call, select.getExpression());
      }
      return super.visitMethodInvocation(call, null);
    }

    private void report(Tree place, ExpressionTree walked) {
      if (isHash(walked) || unordered.contains(name(walked))) {
        breaches.add(new Breach(source.place(place), "walks over the hash order of " + walked));
      }
    }
  }
}
