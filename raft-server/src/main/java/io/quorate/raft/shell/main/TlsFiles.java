package io.quorate.raft.shell.main;

import io.quorate.raft.shell.Tls;
import io.quorate.raft.shell.net.Rehearsal;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The three PEM files of TLS: the server's certificate, its key, and whom it trusts. */
final class TlsFiles {
  private static final String CERT = "--tls-cert";
  private static final String KEY = "--tls-key";
  private static final String CA = "--tls-ca";
  private static final String KEY_BEGINS = "-----BEGIN PRIVATE KEY-----";
  private static final String KEY_ENDS = "-----END PRIVATE KEY-----";

  /** Some hundred certificates. */
  private static final long MOST_BYTES = 256 << 10;

  private TlsFiles() {}

  /**
   * Reads them, and tries them in a handshake of the server with itself.
   *
   * @param cert the file of the server's certificate and of those between it and an authority
   * @param key the file of its private key in PKCS#8, without a password
   * @param ca the file of the authorities whose certificates are taken
   * @return null when none is named
   * @throws UsageException with one sentence when they are of no use
   */
  static @Nullable Tls read(@Nullable String cert, @Nullable String key, @Nullable String ca) {
    if (cert == null && key == null && ca == null) {
      return null;
    }
    if (cert == null || key == null || ca == null) {
      String missing = cert == null ? CERT : key == null ? KEY : CA;
      throw new UsageException(
          String.join(", ", CERT, KEY, CA) + " belong together, and there is no " + missing);
    }
    List<X509Certificate> chain = certificates(CERT, cert);
    List<X509Certificate> authorities = certificates(CA, ca);
    PrivateKey own = key(key, chain.getFirst().getPublicKey().getAlgorithm());
    try {
      Tls tls = new Tls(own, chain, authorities);
      Rehearsal.of(tls);
      return tls;
    } catch (GeneralSecurityException | IOException e) {
      throw new UsageException(
          CERT
              + ": with "
              + key
              + " and "
              + ca
              + ", no peer takes "
              + cert
              + ": "
              + e.getMessage());
    }
  }

  private static List<X509Certificate> certificates(String flag, String file) {
    Path path = Path.of(file);
    try {
      if (Files.size(path) > MOST_BYTES) {
        throw new UsageException(flag + ": " + file + " is longer than " + MOST_BYTES + " bytes");
      }
      List<X509Certificate> all = certificates(path);
      if (!all.isEmpty()) {
        return all;
      }
    } catch (IOException e) {
      throw new UsageException(flag + ": " + file + " cannot be read: " + e);
    } catch (CertificateException e) {
      throw new UsageException(
          flag + ": " + file + " is no PEM of certificates: " + e.getMessage());
    }
    throw new UsageException(flag + ": " + file + " holds no -----BEGIN CERTIFICATE-----");
  }

  private static List<X509Certificate> certificates(Path path)
      throws IOException, CertificateException {
    try (InputStream in = Files.newInputStream(path)) {
      return CertificateFactory.getInstance("X.509").generateCertificates(in).stream()
          .map(X509Certificate.class::cast)
          .toList();
    }
  }

  private static PrivateKey key(String file, String algorithm) {
    String text = PrivateFile.read(KEY, file);
    int begins = text.indexOf(KEY_BEGINS);
    int ends = text.indexOf(KEY_ENDS, Math.max(begins, 0));
    if (begins < 0 || ends < 0) {
      throw new UsageException(
          KEY
              + ": "
              + file
              + " holds no "
              + KEY_BEGINS
              + "; openssl pkcs8 -topk8 -nocrypt makes one of other forms");
    }
    try {
      String base64 = text.substring(begins + KEY_BEGINS.length(), ends);
      byte[] encoded = Base64.getMimeDecoder().decode(base64);
      return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(encoded));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new UsageException(
          KEY + ": " + file + " holds no sound " + algorithm + " key, as the certificate wants it");
    }
  }
}
