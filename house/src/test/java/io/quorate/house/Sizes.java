package io.quorate.house;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** How large things may grow: files, methods, lines and packages of the main sources. */
final class Sizes {
  private static final int FILE_MEDIAN = 90;
  private static final int FILE_P95 = 300;
  private static final int FILE_MOST = 500;
  private static final int METHOD_P95 = 16;
  private static final int METHOD_MOST = 40;
  private static final int LINE_MOST = 100;
  private static final int PACKAGE_MOST = 20;

  /** Below this many things a quantile says nothing. */
  private static final int ENOUGH = 20;

  /** How many of the largest to name when a quantile is over its limit. */
  private static final int NAMED = 10;

  private record Sized(String where, int lines) {}

  private Sizes() {}

  static List<Rule> rules() {
    return List.of(
        new Rule("file-lines", house -> lengths("file", files(house), FILE_MOST)),
        new Rule("file-lines-median", house -> quantile("files", files(house), 50, FILE_MEDIAN)),
        new Rule("file-lines-p95", house -> quantile("files", files(house), 95, FILE_P95)),
        new Rule("method-lines", house -> lengths("method body", methods(house), METHOD_MOST)),
        new Rule("method-lines-p95", house -> quantile("methods", methods(house), 95, METHOD_P95)),
        new Rule("line-columns", Sizes::columns),
        new Rule("types-a-package", Sizes::packages));
  }

  /** The sizes of the whole house in one line, for people. */
  static String summary(House house) {
    return "files %s; method bodies %s; %d packages"
        .formatted(summary(files(house)), summary(methods(house)), typesByPackage(house).size());
  }

  private static String summary(List<Sized> sized) {
    return sized.isEmpty()
        ? "none"
        : "%d: median %d, p95 %d, max %d"
            .formatted(
                sized.size(),
                at(sized, 50).lines(),
                at(sized, 95).lines(),
                sized.getLast().lines());
  }

  private static List<Breach> lengths(String what, List<Sized> sized, int most) {
    return sized.reversed().stream()
        .filter(one -> one.lines() > most)
        .map(one -> new Breach(one.where(), what + " of " + one.lines() + " lines, most " + most))
        .toList();
  }

  private static List<Breach> quantile(String what, List<Sized> sized, int percent, int most) {
    if (sized.size() < ENOUGH || at(sized, percent).lines() <= most) {
      return List.of();
    }
    String words =
        "%d of 100 %s have at most %d lines, aim at %d; this one has "
            .formatted(percent, what, at(sized, percent).lines(), most);
    return sized.reversed().stream()
        .limit(NAMED)
        .map(one -> new Breach(one.where(), words + one.lines()))
        .toList();
  }

  private static Sized at(List<Sized> sorted, int percent) {
    return sorted.get((sorted.size() * percent + 99) / 100 - 1);
  }

  private static List<Sized> files(House house) {
    return sorted(
        house.sources().stream()
            .filter(source -> !source.isPackageInfo())
            .map(source -> new Sized(source.path() + ":1", source.lines().size())));
  }

  private static List<Sized> methods(House house) {
    List<Sized> bodies = new ArrayList<>();
    for (Source source : house.sources()) {
      new TreeScanner<Void, Void>() {
        @Override
        public Void visitMethod(MethodTree method, Void none) {
          BlockTree body = method.getBody();
          if (body != null && source.lastLine(body) > 0) {
            int between = source.lastLine(body) - source.firstLine(body) - 1;
            bodies.add(new Sized(source.place(method), Math.max(between, 0)));
          }
          return super.visitMethod(method, null);
        }
      }.scan(source.unit(), null);
    }
    return sorted(bodies.stream());
  }

  private static List<Sized> sorted(Stream<Sized> sized) {
    return sized.sorted(Comparator.comparingInt(Sized::lines)).toList();
  }

  private static List<Breach> columns(House house) {
    return house.sources().stream()
        .flatMap(source ->
            IntStream.range(0, source.lines().size())
                .filter(i -> tooWide(source.lines().get(i)))
                .mapToObj(i ->
                    new Breach(
                        source.path() + ":" + (i + 1),
                        source.lines().get(i).length() + " columns")))
        .toList();
  }

  /** An import or an address cannot be broken. */
  private static boolean tooWide(String line) {
    return line.length() > LINE_MOST && !line.startsWith("import ") && !line.contains("://");
  }

  private static List<Breach> packages(House house) {
    return typesByPackage(house).entrySet().stream()
        .filter(entry -> entry.getValue() > PACKAGE_MOST)
        .map(entry -> new Breach(entry.getKey(), entry.getValue() + " types"))
        .toList();
  }

  private static Map<String, Integer> typesByPackage(House house) {
    Map<String, Integer> types = new TreeMap<>();
    house.sources().stream()
        .filter(source -> !source.isPackageInfo())
        .forEach(source ->
            types.merge(source.packageName(), source.unit().getTypeDecls().size(), Integer::sum));
    return types;
  }
}
