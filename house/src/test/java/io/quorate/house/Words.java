package io.quorate.house;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.Tree;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import org.jspecify.annotations.Nullable;

/** What must be written down: every package, every public type; and what must not be. */
final class Words {
  private static final Pattern UNFINISHED =
      Pattern.compile("\\b(TODO|FIXME|XXX|HACK)\\b|^ *\\* @author\\b");

  private static final Pattern NEVER = Pattern.compile("\\b(never|nothing|no|nor)\\b");

  private Words() {}

  static List<Rule> rules() {
    return List.of(
        new Rule("package-info", Words::packages),
        new Rule("public-types-documented", Words::types),
        new Rule("nothing-unfinished", Words::unfinished));
  }

  private static List<Breach> packages(House house) {
    Set<String> described = new TreeSet<>();
    List<Source> infos = house.sources().stream().filter(Source::isPackageInfo).toList();
    infos.forEach(info -> described.add(info.packageName()));
    Stream<Breach> missing =
        house.sources().stream()
            .map(Source::packageName)
            .distinct()
            .filter(name -> !described.contains(name))
            .map(name -> new Breach(name, "has no package-info.java"));
    Stream<Breach> silent = infos.stream().flatMap(Words::silences);
    return Stream.concat(missing, silent).toList();
  }

  private static Stream<Breach> silences(Source info) {
    String text = String.join("\n", info.lines());
    String javadoc = Objects.requireNonNullElse(info.javadoc(info.unit().getPackage()), text);
    return Stream.of(
            wants(text.contains("@NullMarked"), "is not @NullMarked"),
            wants(NEVER.matcher(javadoc).find(), "does not say what it must never know"),
            wants(javadoc.contains("tart reading"), "does not say where to start reading"))
        .filter(words -> !words.isEmpty())
        .map(words -> new Breach(info.path() + ":1", words));
  }

  private static String wants(boolean kept, String words) {
    return kept ? "" : words;
  }

  private static List<Breach> types(House house) {
    return house.sources().stream()
        .filter(source -> !source.isPackageInfo())
        .flatMap(
            source -> source.unit().getTypeDecls().stream().map(type -> undocumented(source, type)))
        .flatMap(Stream::ofNullable)
        .toList();
  }

  private static @Nullable Breach undocumented(Source source, Tree type) {
    boolean shown =
        type instanceof ClassTree named
            && named.getModifiers().getFlags().contains(Modifier.PUBLIC);
    String javadoc = source.javadoc(type);
    return shown && (javadoc == null || javadoc.isBlank())
        ? new Breach(source.place(type), "public, and not a word about what it is")
        : null;
  }

  private static List<Breach> unfinished(House house) {
    return house.sources().stream()
        .flatMap(source ->
            IntStream.range(0, source.lines().size())
                .filter(i -> UNFINISHED.matcher(source.lines().get(i)).find())
                .mapToObj(i -> new Breach(source.path() + ":" + (i + 1), source.lines().get(i))))
        .collect(Collectors.toList());
  }
}
