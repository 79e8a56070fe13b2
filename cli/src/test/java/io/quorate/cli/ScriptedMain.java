package io.quorate.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;

/** Stands in for the application under the launcher: does what its first word says. */
final class ScriptedMain {
  private ScriptedMain() {}

  public static void main(String[] args) throws Exception {
    Launcher.follow();
    switch (args[0]) {
      case "exit" -> System.exit(Integer.parseInt(args[1]));
      case "leave" -> {
        ExitCode said = ExitCode.valueOf(args[1]);
        ResultFile.ofThisProcess().leave(said);
        System.exit(Integer.parseInt(args[2]));
      }
      case "throw" -> throw new IllegalStateException("uncaught");
      case "echo" -> {
        System.out.println(Arrays.asList(args));
        System.out.println(Path.of("").toAbsolutePath());
        System.out.println(new String(System.in.readAllBytes(), StandardCharsets.UTF_8));
        ResultFile.ofThisProcess().leave(ExitCode.PASS);
      }
      case "hang" -> {
        atTheEnd(() -> write(Path.of(args[1]), "in order"));
        hang();
      }
      case "violation-when-stopped" -> {
        atTheEnd(() -> {
          ResultFile.ofThisProcess().leave(ExitCode.VIOLATION);
          Runtime.getRuntime().halt(ExitCode.VIOLATION.number());
        });
        hang();
      }
      default -> throw new IllegalArgumentException(args[0]);
    }
  }

  private static void atTheEnd(Runnable act) {
    Runtime.getRuntime().addShutdownHook(new Thread(act));
  }

  private static void hang() throws InterruptedException {
    System.out.println("hanging");
    new CountDownLatch(1).await();
  }

  private static void write(Path file, String text) {
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
