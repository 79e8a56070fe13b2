package io.quorate.raft.shell.admin;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Answers {@code GET /metrics}, {@code /status} and {@code /healthz} over HTTP; everything else is
 * refused. It only reads. One thread serves, so whoever asks too often waits, and not the server.
 */
public final class AdminPort implements Closeable {
  private static final int BACKLOG = 16;
  private static final long ANSWER_LIMIT_SECONDS = 2;

  private final HttpServer http;
  private final ExecutorService thread;
  private final Supplier<CompletableFuture<Survey>> server;

  private AdminPort(HttpServer http, Supplier<CompletableFuture<Survey>> server) {
    this.http = http;
    this.server = server;
    this.thread = Executors.newSingleThreadExecutor(AdminPort::daemon);
  }

  /**
   * Listens at {@code at}.
   *
   * @param server asks the server what it is; answered on its own thread
   * @throws IOException when the address cannot be listened at
   */
  public static AdminPort open(InetSocketAddress at, Supplier<CompletableFuture<Survey>> server)
      throws IOException {
    AdminPort port = new AdminPort(HttpServer.create(at, BACKLOG), server);
    port.answer("/metrics", MetricsText.TYPE, MetricsText::of);
    port.answer("/status", StatusText.TYPE, StatusText::of);
    port.http.createContext("/healthz", port::health);
    port.http.createContext("/", exchange -> say(exchange, 404, "text/plain", "not found\n"));
    port.http.setExecutor(port.thread);
    port.http.start();
    return port;
  }

  /** Where it listens, with the real port. */
  public InetSocketAddress bound() {
    return http.getAddress();
  }

  @Override
  public void close() {
    http.stop(0);
    thread.shutdownNow();
  }

  private void answer(String path, String type, Function<Survey, String> text) {
    http.createContext(
        path,
        exchange -> {
          if (isAsked(exchange, path)) {
            try {
              say(exchange, 200, type, text.apply(survey()));
            } catch (TimeoutException e) {
              say(exchange, 503, "text/plain", "the server is too busy to answer\n");
            }
          }
        });
  }

  /** Healthy is who has recovered and takes requests, leader or not. */
  private void health(HttpExchange exchange) throws IOException {
    if (isAsked(exchange, "/healthz")) {
      try {
        boolean serving = survey().serving();
        say(exchange, serving ? 200 : 503, "text/plain", serving ? "ok\n" : "starting\n");
      } catch (TimeoutException e) {
        say(exchange, 503, "text/plain", "the server is too busy to answer\n");
      }
    }
  }

  private Survey survey() throws TimeoutException {
    try {
      return server.get().get(ANSWER_LIMIT_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw new IllegalStateException("the server could not say what it is", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("the admin port is closing", e);
    }
  }

  private static boolean isAsked(HttpExchange exchange, String path) throws IOException {
    boolean exact = exchange.getRequestURI().getPath().equals(path);
    boolean get = exchange.getRequestMethod().equals("GET");
    if (!exact) {
      say(exchange, 404, "text/plain", "not found\n");
    } else if (!get) {
      say(exchange, 405, "text/plain", "only GET\n");
    }
    return exact && get;
  }

  private static void say(HttpExchange exchange, int code, String type, String text)
      throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(code, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "admin");
    thread.setDaemon(true);
    return thread;
  }
}
