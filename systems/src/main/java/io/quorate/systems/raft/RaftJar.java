package io.quorate.systems.raft;

import io.quorate.raft.protocol.Wire;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/**
 * The server's jar, as it is uploaded to hosts: the very one whose protocol this toolkit was built
 * with. Where the toolkit runs from folders of classes, as in its own tests, one is packed.
 */
public final class RaftJar {
  static final String MAIN = "io.quorate.raft.shell.main.Main";

  private RaftJar() {}

  /** Returns the path of the jar on this machine. */
  public static Path ofThisToolkit() {
    try {
      Path place = Path.of(Wire.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      return Files.isRegularFile(place) ? place : packed(place);
    } catch (URISyntaxException e) {
      throw new IllegalStateException("the raft server's classes lie in no file", e);
    } catch (IOException e) {
      throw new UncheckedIOException("the raft server's jar cannot be packed", e);
    }
  }

  private static Path packed(Path classes) throws IOException {
    Path jar = Files.createTempFile("raft-server", ".jar");
    jar.toFile().deleteOnExit();
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, MAIN);
    List<Path> files;
    try (Stream<Path> walk = Files.walk(classes)) {
      files = walk.filter(Files::isRegularFile).sorted().toList();
    }
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file, manifest)) {
      for (Path each : files) {
        ZipEntry entry = new ZipEntry(classes.relativize(each).toString().replace('\\', '/'));
        entry.setLastModifiedTime(FileTime.fromMillis(0));
        out.putNextEntry(entry);
        Files.copy(each, out);
        out.closeEntry();
      }
    }
    return jar;
  }
}
