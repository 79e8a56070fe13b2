package io.quorate.results.chart;

import io.quorate.results.measures.FaultKind;
import java.awt.Color;
import java.util.List;

/**
 * Colours that people with any colour vision tell apart: Okabe and Ito, Color Universal Design
 * (2008), in the order of their distance.
 */
final class Palette {
  static final Color BLUE = new Color(0x0072B2);
  static final Color VERMILLION = new Color(0xD55E00);
  static final Color GREEN = new Color(0x009E73);
  static final Color PURPLE = new Color(0xCC79A7);
  static final Color ORANGE = new Color(0xE69F00);
  static final Color SKY = new Color(0x56B4E9);
  static final Color INK = new Color(0x22, 0x26, 0x2B);
  static final Color FAINT_INK = new Color(0x5E, 0x66, 0x70);
  static final Color GRID = new Color(0xE3, 0xE6, 0xEA);
  static final Color PAPER = Color.WHITE;

  private static final List<Color> TERMS =
      List.of(BLUE, new Color(0xA3460A), new Color(0x00795A), new Color(0x8E3F73));

  private static final List<Color> CYCLE = List.of(BLUE, VERMILLION, GREEN, PURPLE, ORANGE, SKY);

  private Palette() {}

  /** Returns the colour of a function; the usual ones always have the same. */
  static Color ofFunction(String function, int place) {
    return switch (function) {
      case "read" -> BLUE;
      case "write" -> VERMILLION;
      case "cas" -> GREEN;
      default -> CYCLE.get((place + 3) % CYCLE.size());
    };
  }

  /** Returns the colour of a term: neighbours differ, and white text on it can be read. */
  static Color ofTerm(long term) {
    return TERMS.get((int) Math.floorMod(term, (long) TERMS.size()));
  }

  /** Returns the wash behind a chart while a fault of this kind is felt. */
  static Color band(FaultKind kind) {
    return switch (kind) {
      case PARTITION -> wash(0x5B, 0x7F, 0xB5);
      case KILL -> wash(0xC4, 0x5B, 0x4B);
      case PAUSE -> wash(0x9A, 0x6F, 0xB0);
      case DELAY -> wash(0xC9, 0x9A, 0x2E);
      case STALL, OTHER -> wash(0x80, 0x80, 0x80);
    };
  }

  /** Returns {@code color} with an opacity of {@code alpha} of 255. */
  static Color veil(Color color, int alpha) {
    return new Color(color.getRed(), color.getGreen(), color.getBlue(), alpha);
  }

  private static Color wash(int red, int green, int blue) {
    return new Color(red, green, blue, 46);
  }
}
