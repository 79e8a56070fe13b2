package io.quorate.raft.shell;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedKeyManager;

/** Certificates as an operator makes them with the JDK's {@code keytool}, in one key store. */
public final class Certificates {
  private static final String PASSWORD = "changeit";
  private static final Base64.Encoder PEM = Base64.getMimeEncoder(64, new byte[] {'\n'});

  private final Path directory;
  private final Path store;

  public Certificates(Path directory) {
    this.directory = directory;
    this.store = directory.resolve("all.p12");
  }

  /** Two authorities, ours with three nodes and a client on loopback, and others' with a node. */
  public static Certificates ofACluster(Path directory) throws Exception {
    Certificates all = new Certificates(directory).authority("ca").authority("other-ca");
    for (String node : List.of("n1", "n2", "n3")) {
      all.signed(node, "ca", "-ext", "san=ip:127.0.0.1,dns:localhost");
    }
    return all.signed("stranger", "other-ca", "-ext", "san=ip:127.0.0.1");
  }

  public Certificates authority(String name) throws Exception {
    return keytool("-alias", name, "-dname", "CN=" + name, "-ext", "bc:c");
  }

  public Certificates signed(String name, String authority, String... more) throws Exception {
    Stream<String> told = Stream.of("-alias", name, "-dname", "CN=" + name, "-signer", authority);
    return keytool(Stream.concat(told, Arrays.stream(more)).toArray(String[]::new));
  }

  public Tls tls(String name, String authority) throws Exception {
    X509Certificate trusted = chain(authority).getFirst();
    return new Tls(key(name), chain(name), List.of(trusted));
  }

  /** What a client in Java uses that shows {@code name}, or nothing where that is empty. */
  public SSLContext client(String name, String authority) throws Exception {
    KeyStore own = empty();
    if (!name.isEmpty()) {
      Certificate[] chain = chain(name).toArray(new Certificate[0]);
      own.setKeyEntry(name, key(name), PASSWORD.toCharArray(), chain);
    }
    KeyManagerFactory keys = KeyManagerFactory.getInstance("PKIX");
    keys.init(own, PASSWORD.toCharArray());
    TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
    trust.init(trusting(authority));
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
    return context;
  }

  /** The same, but shows it whatever authorities the server names. */
  public SSLContext clientThatAlwaysShows(String name, String authority) throws Exception {
    SSLContext context = SSLContext.getInstance("TLS");
    TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
    trust.init(trusting(authority));
    X509Certificate[] chain = chain(name).toArray(new X509Certificate[0]);
    context.init(new KeyManager[] {new Stubborn(chain, key(name))}, trust.getTrustManagers(), null);
    return context;
  }

  /** The flags of a server that shows {@code name}, with its files. */
  public List<String> flags(String name, String authority) throws Exception {
    return List.of(
        "--tls-cert", certificateFile(name).toString(),
        "--tls-key", keyFile(name).toString(),
        "--tls-ca", certificateFile(authority).toString());
  }

  public Path certificateFile(String name) throws Exception {
    StringBuilder text = new StringBuilder();
    for (X509Certificate each : chain(name)) {
      text.append(pem("CERTIFICATE", each.getEncoded()));
    }
    return Files.writeString(directory.resolve(name + ".pem"), text);
  }

  public Path keyFile(String name) throws Exception {
    Path file = directory.resolve(name + ".key");
    Files.writeString(file, pem("PRIVATE KEY", key(name).getEncoded()));
    return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
  }

  private static String pem(String what, byte[] encoded) {
    return "-----BEGIN %s-----\n%s\n-----END %s-----\n"
        .formatted(what, PEM.encodeToString(encoded), what);
  }

  private List<X509Certificate> chain(String name) throws Exception {
    Certificate[] chain = Objects.requireNonNull(load().getCertificateChain(name), name);
    return Stream.of(chain).map(X509Certificate.class::cast).toList();
  }

  private PrivateKey key(String name) throws Exception {
    Key key = Objects.requireNonNull(load().getKey(name, PASSWORD.toCharArray()), name);
    return (PrivateKey) key;
  }

  private KeyStore load() throws GeneralSecurityException, IOException {
    KeyStore all = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(store)) {
      all.load(in, PASSWORD.toCharArray());
    }
    return all;
  }

  private KeyStore trusting(String authority) throws Exception {
    KeyStore trusted = empty();
    trusted.setCertificateEntry(authority, chain(authority).getFirst());
    return trusted;
  }

  private static KeyStore empty() throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    return store;
  }

  private Certificates keytool(String... more) throws Exception {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-J-XX:TieredStopAtLevel=1",
                "-genkeypair",
                "-keystore",
                store.toString(),
                "-storepass",
                PASSWORD,
                "-validity",
                "30"));
    if (!List.of(more).contains("-keyalg")) {
      command.addAll(List.of("-keyalg", "EC", "-groupname", "secp256r1"));
    }
    command.addAll(List.of(more));
    Path said = directory.resolve("keytool.log");
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile()).start();
    if (process.waitFor() != 0) {
      throw new IOException(String.join(" ", command) + ": " + Files.readString(said));
    }
    return this;
  }

  /** Java's own would show nothing where the server names no authority of the chain. */
  private static final class Stubborn extends X509ExtendedKeyManager {
    private final X509Certificate[] chain;
    private final PrivateKey key;

    Stubborn(X509Certificate[] chain, PrivateKey key) {
      this.chain = chain;
      this.key = key;
    }

    @Override
    public String[] getClientAliases(String type, Principal[] issuers) {
      return new String[] {"own"};
    }

    @Override
    public String chooseClientAlias(String[] types, Principal[] issuers, Socket socket) {
      return "own";
    }

    @Override
    public X509Certificate[] getCertificateChain(String alias) {
      return chain.clone();
    }

    @Override
    public PrivateKey getPrivateKey(String alias) {
      return key;
    }

    @Override
    public String[] getServerAliases(String type, Principal[] issuers) {
      return new String[0];
    }

    @Override
    public String chooseServerAlias(String type, Principal[] issuers, Socket socket) {
      throw new UnsupportedOperationException("a client's");
    }
  }
}
