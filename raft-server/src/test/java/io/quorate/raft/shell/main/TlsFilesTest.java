package io.quorate.raft.shell.main;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quorate.raft.shell.Certificates;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TlsFilesTest {
  @TempDir static Path directory;

  private static Certificates all;
  private static String cert;
  private static String key;
  private static String ca;

  @BeforeAll
  static void makeCertificates() throws Exception {
    all = Certificates.ofACluster(directory).signed("rsa", "ca", "-keyalg", "RSA");
    cert = all.certificateFile("n1").toString();
    key = all.keyFile("n1").toString();
    ca = all.certificateFile("ca").toString();
  }

  @Test
  void threeFilesThatFitAreTakenAndSoIsNone() {
    assertThat(TlsFiles.read(cert, key, ca)).isNotNull();
    assertThat(TlsFiles.read(null, null, null)).isNull();
  }

  @Test
  void keysOfOtherKindsAreTakenToo() throws Exception {
    all.signed("edwards", "ca", "-keyalg", "Ed25519");

    for (String name : new String[] {"rsa", "edwards"}) {
      assertThat(TlsFiles.read(file(name), all.keyFile(name).toString(), ca)).as(name).isNotNull();
    }
  }

  @Test
  void oneOrTwoOfThreeMakeNoSense() {
    refused(null, key, ca, "belong together, and there is no --tls-cert");
    refused(cert, null, ca, "belong together, and there is no --tls-key");
    refused(cert, null, null, "belong together, and there is no --tls-key");
    refused(cert, key, null, "belong together, and there is no --tls-ca");
  }

  @Test
  void aFileOfAnotherKindIsNamedWithTheRemedy() throws Exception {
    String missing = directory.resolve("missing").toString();
    String text = text("text", "nothing of this kind\n");
    String broken = text("broken", Files.readString(Path.of(cert)).replaceFirst("MI", "II"));

    refused(missing, key, ca, "--tls-cert: " + missing + " cannot be read");
    refused(text, key, ca, "--tls-cert: " + text);
    refused(broken, key, ca, "--tls-cert: " + broken + " is no PEM of certificates");
    refused(cert, key, text, "--tls-ca: " + text);
    refused(cert, text, ca, "holds no -----BEGIN PRIVATE KEY-----; openssl pkcs8 -topk8 -nocrypt");
    refused(cert, text("half", "-----BEGIN PRIVATE KEY-----\nMII="), ca, "holds no -----BEGIN");
  }

  @Test
  void aKeyThatIsNotTheCertificatesIsRefused() throws Exception {
    refused(cert, all.keyFile("n2").toString(), ca, "no peer takes " + cert);
    refused(cert, all.keyFile("rsa").toString(), ca, "holds no sound EC key");
  }

  @Test
  void aCertificateThatNoPeerWouldTakeIsRefusedBeforeAnybodyDials() throws Exception {
    all.signed("expired", "ca", "-startdate", "-60d");
    all.signed("server-only", "ca", "-ext", "eku=serverAuth");

    refused(cert, key, file("other-ca"), "does not lead to an authority of --tls-ca");
    refused(file("expired"), all.keyFile("expired").toString(), ca, "NotAfter");
    refused(
        file("server-only"), all.keyFile("server-only").toString(), ca, "client authentication");
  }

  @Test
  void aKeyThatOthersCanReadIsRefused() throws Exception {
    Path open = Files.copy(Path.of(key), directory.resolve("open.key"));
    Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rw-r-----"));

    refused(cert, open.toString(), ca, "--tls-key: others can read " + open + "; chmod 600 it");
  }

  private static String file(String name) throws Exception {
    return all.certificateFile(name).toString();
  }

  private static String text(String name, String text) throws IOException {
    Path file = Files.writeString(directory.resolve(name), text);
    return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"))
        .toString();
  }

  private static void refused(
      @Nullable String cert, @Nullable String key, @Nullable String ca, String sentence) {
    assertThatThrownBy(() -> TlsFiles.read(cert, key, ca))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining(sentence)
        .hasMessageNotContaining("\n");
  }
}
