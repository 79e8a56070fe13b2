package io.quorate.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/** A small checkout of its own, written and compiled for one test. */
final class Planted {
  private static final Pattern PACKAGE = Pattern.compile("(?m)^package ([\\w.]+);");
  private static final Pattern TYPE = Pattern.compile("\\b(?:class|interface|record|enum) (\\w+)");

  private final Path root;
  private final Map<String, List<Path>> files = new LinkedHashMap<>();

  Planted(Path root) {
    this.root = root;
  }

  /** Puts {@code text} where its package and type say, in the main sources of {@code module}. */
  Planted with(String module, String text) throws IOException {
    Matcher type = TYPE.matcher(text);
    String name = text.contains("package-info") || !type.find() ? "package-info" : type.group(1);
    Matcher named = PACKAGE.matcher(text);
    assertThat(named.find()).as("a package in: " + text).isTrue();
    Path file =
        root.resolve(module)
            .resolve("src/main/java")
            .resolve(named.group(1).replace('.', '/'))
            .resolve(name + ".java");
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    files.computeIfAbsent(module, key -> new ArrayList<>()).add(file);
    return this;
  }

  /** Compiles the modules, each seeing all others' sources, and reads the checkout. */
  House house() throws IOException {
    for (Map.Entry<String, List<Path>> module : files.entrySet()) {
      compile(module.getKey(), module.getValue());
    }
    return House.at(root);
  }

  private void compile(String module, List<Path> sources) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter said = new StringWriter();
    List<Path> others =
        files.keySet().stream().map(name -> root.resolve(name + "/src/main/java")).toList();
    Path classes = Files.createDirectories(root.resolve(module).resolve("target/classes"));
    Path elsewhere = Files.createDirectories(root.resolve("elsewhere").resolve(module));
    try (StandardJavaFileManager manager =
        compiler.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8)) {
      manager.setLocationFromPaths(StandardLocation.SOURCE_PATH, others);
      manager.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(elsewhere));
      boolean compiled =
          compiler
              .getTask(
                  said,
                  manager,
                  null,
                  List.of("-proc:none", "-Xlint:none"),
                  null,
                  manager.getJavaFileObjectsFromPaths(sources))
              .call();
      assertThat(compiled).as(said.toString()).isTrue();
    }
    moveOwn(module, sources, elsewhere, classes);
  }

  /** Of what was compiled, keeps the classes of the module's own packages. */
  private void moveOwn(String module, List<Path> sources, Path from, Path to) throws IOException {
    Path base = root.resolve(module).resolve("src/main/java");
    for (Path source : sources) {
      Path folder = base.relativize(source.getParent());
      String stem = source.getFileName().toString().replace(".java", "");
      Files.createDirectories(to.resolve(folder));
      Files.createDirectories(from.resolve(folder)); // a package-info leaves no class
      try (var compiled = Files.newDirectoryStream(from.resolve(folder), stem + "*.class")) {
        for (Path file : compiled) {
          Files.move(file, to.resolve(folder).resolve(file.getFileName()));
        }
      }
    }
  }
}
