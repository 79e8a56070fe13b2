package io.quorate.checker;

import static org.assertj.core.api.Assertions.assertThat;

import io.quorate.checker.judge.Checker;
import io.quorate.history.History;
import java.io.IOException;
import java.io.StringWriter;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleDescriptor.Requires;
import java.lang.module.ModuleFinder;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The checker as others have it: two modules, and nothing else. */
class ModuleTest {
  @Test
  void itNeedsTheHistoryAndNothingElse() throws URISyntaxException {
    ModuleFinder finder = ModuleFinder.of(place(Checker.class), place(History.class));

    assertThat(needed(finder, "io.quorate.checker")).containsExactly("io.quorate.history");
    assertThat(needed(finder, "io.quorate.history")).isEmpty();
  }

  private static List<String> needed(ModuleFinder finder, String module) {
    ModuleDescriptor descriptor = finder.find(module).orElseThrow().descriptor();
    return descriptor.requires().stream()
        .filter(needed -> !needed.modifiers().contains(Requires.Modifier.STATIC))
        .map(Requires::name)
        .filter(name -> !name.equals("java.base"))
        .toList();
  }

  @Test
  void aModuleThatNeedsItCompilesWithoutWarning(@TempDir Path folder) throws Exception {
    write(folder.resolve("module-info.java"), "module app { requires io.quorate.checker; }");
    write(
        folder.resolve("app/Main.java"),
        """
        package app;
        import io.quorate.checker.*;
        import io.quorate.checker.judge.Checker;
        import io.quorate.checker.model.Models;
        import io.quorate.history.History;
        class Main {
          Verdict verdict(History history, Options options) {
            return Checker.check(history, Models.register(), options).overall();
          }
        }
        """);

    assertThat(compiled(folder)).isEmpty();
  }

  /** Returns what the compiler says of the sources in {@code folder}. */
  private static String compiled(Path folder) throws IOException, URISyntaxException {
    String modules =
        List.of(place(Checker.class), place(History.class)).stream()
            .map(Path::toString)
            .collect(Collectors.joining(System.getProperty("path.separator")));
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter said = new StringWriter();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      boolean fine =
          compiler
              .getTask(
                  said,
                  files,
                  null,
                  List.of("-Xlint:all", "--module-path", modules, "-d", folder.toString()),
                  null,
                  files.getJavaFileObjects(
                      folder.resolve("module-info.java"), folder.resolve("app/Main.java")))
              .call();
      return fine ? said.toString() : "it does not compile: " + said;
    }
  }

  private static void write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private static Path place(Class<?> type) throws URISyntaxException {
    return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
  }
}
