package io.quorate.house;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Everything the rules look at: the main classes and main sources of every module of a checkout.
 *
 * <p>A module is a folder with {@code src/main/java}; one that has no sources yet is fine.
 */
final class House {
  private final JavaClasses classes;
  private final Map<String, String> modules = new HashMap<>();
  private final List<Source> sources;

  private House(Path root, JavaClasses classes, List<Source> sources) {
    this.classes = classes;
    this.sources = sources;
    for (JavaClass type : classes) {
      Path file = Path.of(type.getSource().orElseThrow().getUri());
      modules.put(type.getName(), root.relativize(file).getName(0).toString());
    }
  }

  /** This checkout, read once. */
  static House ours() {
    return Ours.HOUSE;
  }

  /** Reads the checkout at {@code root}, whose modules are compiled. */
  static House at(Path root) {
    Path real = real(root);
    List<Path> modules = modules(real);
    List<Path> compiled = modules.stream().map(module -> module.resolve("target/classes")).toList();
    List<Path> written =
        modules.stream().flatMap(module -> javaFiles(module.resolve("src/main/java"))).toList();
    return new House(
        real,
        new ClassFileImporter().importPaths(compiled.stream().filter(Files::isDirectory).toList()),
        Source.parse(real, written));
  }

  JavaClasses classes() {
    return classes;
  }

  List<Source> sources() {
    return sources;
  }

  /** The folder of the module that {@code type} was compiled in. */
  String moduleOf(JavaClass type) {
    return Objects.requireNonNull(modules.get(type.getName()), type.getName());
  }

  /** Whether {@code type} is one of the house's own, and not of the JDK or a library. */
  boolean owns(JavaClass type) {
    return modules.containsKey(type.getName());
  }

  private static List<Path> modules(Path root) {
    try (Stream<Path> folders = Files.list(root)) {
      return folders
          .filter(folder -> Files.isDirectory(folder.resolve("src/main/java")))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<Path> javaFiles(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".java") && !file.endsWith("module-info.java"))
          .sorted()
          .toList()
          .stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path real(Path path) {
    try {
      return path.toRealPath();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Read when first asked for. */
  private static final class Ours {
    static final House HOUSE = at(Path.of(".."));
  }
}
