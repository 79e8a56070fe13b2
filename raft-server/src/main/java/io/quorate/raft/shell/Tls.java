package io.quorate.raft.shell;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManagerFactory;

/**
 * Who this server is to others under TLS 1.3 (RFC 8446), and whose certificates it takes: both
 * sides of every connection show one that leads to an authority of the cluster.
 */
public final class Tls {
  private static final String PROTOCOL = "TLSv1.3";

  /** RFC 2818: the certificate names the host that was dialled. */
  private static final String NAMES_THE_HOST = "HTTPS";

  /** The key store is in memory only: there is nobody to keep it from. */
  private static final char[] NO_PASSWORD = {};

  private final SSLContext context;

  /**
   * Shows {@code chain}.
   *
   * @param chain the certificate of {@code key} first, then those between it and an authority
   * @throws GeneralSecurityException when the key is of no use
   */
  public Tls(PrivateKey key, List<X509Certificate> chain, List<X509Certificate> authorities)
      throws GeneralSecurityException {
    KeyStore own = empty();
    own.setKeyEntry("own", key, NO_PASSWORD, chain.toArray(new Certificate[0]));
    KeyStore trusted = empty();
    for (int i = 0; i < authorities.size(); i++) {
      trusted.setCertificateEntry("authority" + i, authorities.get(i));
    }
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(own, NO_PASSWORD);
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(trusted);
    context = SSLContext.getInstance(PROTOCOL);
    context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
  }

  /** The side of one connection that was dialled: whoever dialled must show a certificate. */
  public SSLEngine answering() {
    SSLEngine engine = context.createSSLEngine();
    engine.setUseClientMode(false);
    SSLParameters parameters = engine.getSSLParameters();
    parameters.setProtocols(new String[] {PROTOCOL});
    parameters.setNeedClientAuth(true);
    engine.setSSLParameters(parameters);
    return engine;
  }

  /** The side of one connection that dials: whoever answers must be named as {@code at} is. */
  public SSLEngine dialling(Endpoint at) {
    SSLEngine engine = context.createSSLEngine(at.host(), at.port());
    engine.setUseClientMode(true);
    SSLParameters parameters = engine.getSSLParameters();
    parameters.setProtocols(new String[] {PROTOCOL});
    parameters.setEndpointIdentificationAlgorithm(NAMES_THE_HOST);
    engine.setSSLParameters(parameters);
    return engine;
  }

  private static KeyStore empty() throws GeneralSecurityException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    try {
      store.load(null, NO_PASSWORD);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException("a key store from nothing reads nothing", e);
    }
    return store;
  }
}
