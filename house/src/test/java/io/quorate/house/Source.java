package io.quorate.house;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/**
 * One main source file, parsed but not resolved: names are names here, types are ArchUnit's.
 *
 * @param path relative to the checkout: {@code checker/src/main/java/...}
 * @param lines its text
 * @param unit its syntax tree
 * @param trees looks up positions and Javadoc in the tree
 */
record Source(Path path, List<String> lines, CompilationUnitTree unit, DocTrees trees) {
  static List<Source> parse(Path root, List<Path> files) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StandardJavaFileManager manager =
        compiler.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8);
    List<Source> sources = new ArrayList<>();
    try (manager) {
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  null, manager, null, null, null, manager.getJavaFileObjectsFromPaths(files));
      DocTrees trees = DocTrees.instance(task);
      for (CompilationUnitTree unit :
          files.isEmpty() ? List.<CompilationUnitTree>of() : task.parse()) {
        Path file = Path.of(unit.getSourceFile().toUri());
        sources.add(new Source(root.relativize(file), Files.readAllLines(file), unit, trees));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return sources;
  }

  String packageName() {
    return String.valueOf(unit.getPackageName());
  }

  /** The full name of the type that the file is named for. */
  String mainType() {
    return packageName() + "." + path.getFileName().toString().replace(".java", "");
  }

  @Override
  public String toString() {
    return path.toString();
  }

  boolean isPackageInfo() {
    return path.endsWith("package-info.java");
  }

  /** {@code module/.../Foo.java:17} for a tree of this file. */
  String place(Tree tree) {
    return path + ":" + firstLine(tree);
  }

  int firstLine(Tree tree) {
    return line(trees.getSourcePositions().getStartPosition(unit, tree));
  }

  int lastLine(Tree tree) {
    return line(trees.getSourcePositions().getEndPosition(unit, tree));
  }

  /** The Javadoc directly before {@code tree}, if any. */
  @Nullable String javadoc(Tree tree) {
    return trees.getDocComment(TreePath.getPath(unit, tree));
  }

  private int line(long position) {
    return (int) unit.getLineMap().getLineNumber(position);
  }
}
