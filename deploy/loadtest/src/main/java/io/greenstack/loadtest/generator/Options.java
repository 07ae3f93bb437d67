package io.greenstack.loadtest.generator;

import java.util.LinkedHashMap;
import java.util.Map;

/** Command-line options of the form {@code --name=value}. */
public final class Options {

    private final Map<String, String> values = new LinkedHashMap<>();

    /** @throws IllegalArgumentException when an argument has another form */
    public Options(String... arguments) {
        for (String argument : arguments) {
            int equals = argument.indexOf('=');
            if (!argument.startsWith("--") || equals < 3) {
                throw new IllegalArgumentException("'" + argument + "' is not of the form --name=value");
            }
            values.put(argument.substring(2, equals), argument.substring(equals + 1));
        }
    }

    public String text(String name, String otherwise) {
        String value = values.remove(name);
        return value == null ? otherwise : value;
    }

    public int whole(String name, int otherwise, int min, int max) {
        String value = values.remove(name);
        if (value == null) {
            return otherwise;
        }
        try {
            int number = Integer.parseInt(value);
            if (number >= min && number <= max) {
                return number;
            }
        } catch (NumberFormatException e) {
            // answered below
        }
        throw new IllegalArgumentException("--" + name + " is a whole number from " + min + " to " + max + ", not '"
                + value + "'");
    }

    /** A number that is not negative. */
    public double rate(String name, double otherwise) {
        String value = values.remove(name);
        if (value == null) {
            return otherwise;
        }
        try {
            double number = Double.parseDouble(value);
            if (number >= 0 && number < 1e9) {
                return number;
            }
        } catch (NumberFormatException e) {
            // answered below
        }
        throw new IllegalArgumentException("--" + name + " is a number from 0 on, not '" + value + "'");
    }

    /** @throws IllegalArgumentException when an option is left that nobody asked for */
    public void end() {
        if (!values.isEmpty()) {
            throw new IllegalArgumentException("There is no option --" + values.keySet().iterator().next());
        }
    }
}
