package io.greenstack.descriptions.iodd.standard;

/**
 * A unit of the IO-Link unit table.
 *
 * @param code unit code, 1000..1999
 * @param symbol symbol, for example {@code °C}; empty for "none"
 * @param name English name, for example {@code degree Celsius}
 * @param germanName German name, for example {@code Grad Celsius}
 */
public record StandardUnit(int code, String symbol, String name, String germanName) {

    /** The name in a language: German for {@code de}, English otherwise. */
    public String name(String language) {
        return "de".equals(language) ? germanName : name;
    }
}
