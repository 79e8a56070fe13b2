package io.quorate.history.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.quorate.history.Entry;
import io.quorate.history.History;
import io.quorate.history.Invocation;
import io.quorate.history.Value;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HistoryReaderTest {
  private static final String HEADER =
      "{\"version\":1,\"model\":\"r\",\"failedCas\":\"ignore\",\"seed\":1,\"nodes\":[]}\n";

  @Test
  void theFieldsOfALineComeInAnyOrder() {
    HistoryReader reader = reader("{\"f\":\"read\",\"p\":7,\"type\":\"invoke\",\"t\":5,\"i\":3}\n");

    assertThat(reader.next())
        .isEqualTo(new Entry.Invoked(5, 5, 7, new Invocation("read", null, Value.NIL), null));
    assertThat(reader.order()).isEqualTo(3);
    assertThat(reader.next()).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{'i':0,'t':1,'type':'invoke','p':0}|1|an invoke needs the field f",
        "{'i':0,'t':1,'type':'invoke','p':0,'f':'r','err':''}|1|an invoke has no field err",
        "{'i':0,'t':1,'type':'ok','p':0,'f':'r'}|1|process 0 completes but has no operation open",
        "{'i':0,'t':1,'type':'ok','p':0,'f':'r','err':''}|1|an ok has no field err",
        "{'i':0,'t':1,'type':'fail','p':0,'f':'r','v':1}|1|a fail or info has no field v",
        "{'i':0,'t':1,'type':'begin','p':0,'f':'r'}|21|an unknown type",
        "{'i':0,'t':1}|1|a line with neither type nor fault",
        "{'i':0,'i':1}|8|the field i twice",
        "{'j':0}|2|an unknown field",
        "{'i':0,'t':1,'type':'invoke','p':0,'f':''}|40|an empty function name",
        "{'i':0,'t':-1,'type':'invoke','p':0,'f':'r'}|1|time -1 is not within a run",
        "{'i':-1,'t':1,'type':'invoke','p':0,'f':'r'}|1|order number -1",
        "{'i':0,'t':1,'type':'invoke','p':0,'f':'r','v':{}}|48|a value that is neither null",
        "{'i':0,'t':1,'type':'invoke','p':0,'f':'r','v':[true]}|49|a value that is neither null",
        "{'i':0,'t':1,'type':'invoke','p':0,'f':'r','v':1.5}|49|a number with a fraction",
        "{'i':0,'t':1,'type':'invoke','p':'a','f':'r'}|34|expected an integer",
        "{'i':0,'t':1,'fault':'cut','id':'f1','phase':'begun'}|46|an unknown phase",
        "{'i':0,'t':1,'fault':'cut','id':'f1','phase':'lifted','links':[['a']]}|65|cut short",
        "{'i':0,'t':1,'fault':'cut','id':'f1','phase':'lifted','links':[['a','a']]}|69|itself",
        "{'i':0,'t':1,'fault':'cut','id':'f1','phase':'lifted','evidence':{}}|66|needs the field",
        "{'i':0,'t':1,'fault':'cut','id':'f1','phase':'lifted','p':1}|1|a fault line has no field",
        "|1|the line ends within a document",
        "garbage|1|expected an object but found 'g'",
      })
  void anErrorSaysLineColumnAndWhat(String line, int column, String what) {
    String text = line == null ? "" : line.replace('\'', '"');

    MalformedFileException error = error(HEADER + text + "\n" + line(9, 0, "invoke") + "\n");

    assertThat(error.what()).contains(what);
    assertThat(error.line()).isEqualTo(2);
    assertThat(error.column()).isEqualTo(column);
    assertThat(error).hasMessageStartingWith("h, line 2, column " + column + ": ");
    assertThat(error.remedy()).isNotEmpty();
  }

  @Test
  void aLineTornInTheMiddleIsAnError() {
    MalformedFileException error =
        error(HEADER + "{\"i\":0,\"t\":1,\n" + line(1, 0, "invoke") + "\n");

    assertThat(error.line()).isEqualTo(2);
    assertThat(error.what()).isEqualTo("the line ends within a document");
  }

  @Test
  void aLastLineThatIsNoBeginningOfALineIsAnErrorEvenWithoutItsEnd() {
    assertThat(error(HEADER + "garbage").line()).isEqualTo(2);
    assertThat(error("garbage").line()).isEqualTo(1);
    assertThat(error(HEADER + "{\"i\":0,\"tt\":").what()).isEqualTo("an unknown field");
  }

  @Test
  void aProcessInvokesAgainOnlyAfterItsCompletion() {
    MalformedFileException error =
        error(HEADER + line(0, 0, "invoke") + "\n" + line(1, 0, "invoke") + "\n");

    assertThat(error.line()).isEqualTo(3);
    assertThat(error.what()).contains("process 0 invokes again");
  }

  @Test
  void aCompletionRepeatsTheFunctionOfItsInvocation() {
    String other = line(1, 0, "ok").replace("read", "write");

    MalformedFileException error = error(HEADER + line(0, 0, "invoke") + "\n" + other + "\n");

    assertThat(error.what()).contains("f and k are not those of the invocation");
  }

  @Test
  void aFileSortedByTimeIsRefused() {
    MalformedFileException error =
        error(HEADER + line(1, 0, "invoke") + "\n" + line(0, 1, "invoke") + "\n");

    assertThat(error.what()).isEqualTo("order number 0 after 1");
    assertThat(error.remedy()).contains("do not sort");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{'version':2,'model':'r','failedCas':'ignore','seed':1,'nodes':[]}|a history of version 2",
        "{'version':1,'model':'r','failedCas':'ignore','seed':1}|a header without the field nodes",
        "{'version':1,'model':'r','failedCas':'maybe','seed':1,'nodes':[]}|an unknown failedCas",
        "{'version':1,'version':1}|the field version twice",
        "{'versions':1}|a header has no field of this name",
      })
  void aHeaderThatIsNotOursIsRefused(String header, String what) {
    MalformedFileException error = error(header.replace('\'', '"') + "\n");

    assertThat(error.what()).contains(what);
    assertThat(error.line()).isEqualTo(1);
  }

  @Test
  void aLineBeyondTheLimitIsRefusedBeforeItFillsTheMemory() {
    InputStream endless =
        new InputStream() {
          @Override
          public int read() {
            return ' ';
          }

          @Override
          public int read(byte[] bytes, int offset, int length) {
            Arrays.fill(bytes, offset, offset + length, (byte) ' ');
            return length;
          }
        };

    assertThatThrownBy(() -> HistoryReader.of("endless", endless))
        .isInstanceOf(MalformedFileException.class)
        .hasMessageContaining("a line of more than 16777216 bytes");
  }

  @Test
  void aLineLongerThanTheBufferIsReadWhole() {
    String text = "x".repeat(300_000);
    String line = line(0, 0, "invoke").replace("}", ",\"v\":\"" + text + "\"}");

    History history = reader(line + "\n" + line(1, 0, "ok") + "\n").rest();

    assertThat(history.operation(0).invocation().argument()).isEqualTo(Value.of(text));
    assertThat(history.operation(0).returnOrder()).isEqualTo(1);
  }

  @Test
  void aStreamThatTricklesIsReadTheSame() {
    byte[] golden = GoldenHistory.bytes();
    InputStream trickle =
        new ByteArrayInputStream(golden) {
          @Override
          public synchronized int read(byte[] bytes, int offset, int length) {
            return super.read(bytes, offset, Math.min(length, 1));
          }
        };

    assertThat(HistoryReader.of("trickle", trickle).rest().operations())
        .isEqualTo(HistoryReader.read(GoldenHistory.FILE).operations());
  }

  @Test
  void aFileThatIsNotThereIsNamed() {
    assertThatThrownBy(() -> HistoryReader.open(Path.of("nowhere/history.jsonl")))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("nowhere/history.jsonl");
  }

  @Test
  void aStreamThatFailsIsNoMalformedFile() throws IOException {
    InputStream broken = InputStream.nullInputStream();
    broken.close();

    assertThatThrownBy(() -> HistoryReader.of("h", broken))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("cannot read h");
  }

  private static String line(long order, long process, String type) {
    return "{\"i\":%d,\"t\":1,\"type\":\"%s\",\"p\":%d,\"f\":\"read\"}"
        .formatted(order, type, process);
  }

  private static HistoryReader reader(String lines) {
    return HistoryReader.of("h", new ByteArrayInputStream((HEADER + lines).getBytes(UTF_8)));
  }

  private static MalformedFileException error(String file) {
    InputStream in = new ByteArrayInputStream(file.getBytes(UTF_8));
    MalformedFileException error =
        catchThrowableOfType(MalformedFileException.class, () -> HistoryReader.of("h", in).rest());
    assertThat(error).as(file).isNotNull();
    return error;
  }
}
