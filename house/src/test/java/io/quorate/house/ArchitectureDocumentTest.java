package io.quorate.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The documents name no type that is gone. */
class ArchitectureDocumentTest {
  private static final Path ROOT = Path.of("..");

  /** Words in backticks: {@code io.quorate.x.Name}, or a {@code Name} of one of our types. */
  private static final Pattern QUALIFIED =
      Pattern.compile("`(io\\.quorate(?:\\.\\w+)*\\.[A-Z]\\w*)`");

  private static final Pattern SIMPLE = Pattern.compile("`([A-Z][a-z0-9]+(?:[A-Z]\\w*)?)`");

  /** Types of the JDK that the documents name. */
  private static final Set<String> FOREIGN =
      Set.of("HashMap", "HashSet", "IllegalArgumentException");

  @ParameterizedTest
  @ValueSource(strings = {"docs/ARCHITECTURE.md", "CONTRIBUTING.md", "README.md"})
  void aDocumentNamesOnlyTypesThatAreThere(String document) throws IOException {
    String text = Files.readString(ROOT.resolve(document));

    assertThat(gone(text)).as(document + " names types that are gone").isEmpty();
  }

  @Test
  void aTypeThatIsGoneIsSeen() {
    assertThat(gone("`io.quorate.cli.Main`, `io.quorate.cli.Gone`, `Main`, `NotHere`, `HashMap`"))
        .containsExactly("NotHere", "io.quorate.cli.Gone");
  }

  @Test
  void theArchitectureSaysWhereToStartReading() throws IOException {
    String text = Files.readString(ROOT.resolve("docs/ARCHITECTURE.md"));

    String table = text.substring(text.indexOf("## Start reading here"));

    assertThat(names(QUALIFIED, table)).hasSizeGreaterThanOrEqualTo(4);
  }

  private static Set<String> gone(String text) {
    Set<String> qualified = new TreeSet<>();
    Set<String> simple = new TreeSet<>(FOREIGN);
    House house = House.ours();
    house.classes().stream().forEach(type -> add(type, qualified, simple));
    own().forEach(name -> qualified.add(Rule.class.getPackageName() + "." + name));
    simple.addAll(own());
    Set<String> gone = new TreeSet<>(names(QUALIFIED, text));
    gone.removeAll(qualified);
    names(SIMPLE, text).stream().filter(Predicate.not(simple::contains)).forEach(gone::add);
    return gone;
  }

  private static void add(JavaClass type, Set<String> qualified, Set<String> simple) {
    qualified.add(type.getName());
    simple.add(type.getSimpleName());
  }

  /** The types of this module, which are tests and therefore not part of what it looks at. */
  private static List<String> own() {
    try (var files = Files.list(Path.of("src/test/java/io/quorate/house"))) {
      return files.map(file -> file.getFileName().toString().replace(".java", "")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> names(Pattern pattern, String text) {
    return pattern.matcher(text).results().map((MatchResult found) -> found.group(1)).toList();
  }
}
