package io.greenstack.loadtest.generator;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;

/**
 * The forms of telemetry that the suite understands. Each carries the number of its message: named forms as the parameter
 * {@value #PARAMETER}, raw forms as four octets of process data, most significant first.
 */
public enum PayloadShape {
    /** One named value. */
    A {
        @Override
        String members(int number) {
            return "\"parameter\":\"" + PARAMETER + "\",\"value\":" + number + ",\"unit\":\"1\"";
        }
    },
    /** Several named values. */
    B {
        @Override
        String members(int number) {
            return '"' + PARAMETER + "\":" + number + ",\"temperature\":" + (200 + number % 50) / 10.0
                    + ",\"running\":" + (number % 2 == 0);
        }
    },
    /** Five named numbers. */
    FIVE {
        @Override
        String members(int number) {
            return '"' + PARAMETER + "\":" + number + ",\"temperature\":" + (200 + number % 50) / 10.0
                    + ",\"pressure\":"
                    + (500 + number % 70) / 100.0 + ",\"flow\":" + number % 90 + ",\"level\":" + (number % 1000) / 8.0;
        }
    },
    /** Process data in hexadecimal digits. */
    HEX {
        @Override
        String members(int number) {
            return "\"processDataIn\":\"" + HexFormat.of().withUpperCase().formatHex(octets(number))
                    + "\",\"valid\":true";
        }
    },
    /** Process data as an array of octets. */
    ARRAY {
        @Override
        String members(int number) {
            return "\"processDataIn\":" + array(number) + ",\"valid\":true";
        }
    },
    /** Process data in Base64. */
    BASE64 {
        @Override
        String members(int number) {
            return "\"processDataIn\":{\"base64\":\"" + Base64.getEncoder().encodeToString(octets(number))
                    + "\"},\"valid\":true";
        }
    },
    /** As JSON for IO-Link has it. */
    IOLINK {
        @Override
        String members(int number) {
            return "\"iolink\":{\"valid\":true,\"value\":" + array(number) + '}';
        }
    };

    /** Name of the parameter that carries the number. */
    public static final String PARAMETER = "number";

    abstract String members(int number);

    /** The JSON payload of a message. */
    public String payload(int number, Instant timestamp) {
        return '{' + members(number) + ",\"timestamp\":\"" + timestamp + "\"}";
    }

    /** Whether the number is in octets of process data, so that it is stored raw. */
    public boolean raw() {
        return ordinal() >= HEX.ordinal();
    }

    /** How many numbers it has. */
    public int numbers() {
        return this == FIVE ? 5 : this == B ? 3 : 1;
    }

    /** As in options and ledgers. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    private static byte[] octets(int number) {
        return ByteBuffer.allocate(Integer.BYTES).putInt(number).array();
    }

    private static String array(int number) {
        return "[" + (number >>> 24) + ',' + (number >>> 16 & 0xFF) + ',' + (number >>> 8 & 0xFF) + ','
                + (number & 0xFF) + ']';
    }
}
