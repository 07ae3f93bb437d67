package io.greenstack.core.processdata;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;

/** Typed access to the members of a JSON object as they stream by; everything unexpected names its place. */
record JsonFields(JsonParser json) {

    /** Handles one member; the parser is at its value. One that is not known is skipped with {@link #skip()}. */
    interface Member {
        void read(String name) throws IOException;
    }

    /** Reads one of the objects of a list. */
    interface Item<T> {
        T read() throws IOException;
    }

    /** Reads the object at which the parser is, member by member. A member that is null counts as absent. */
    void object(String what, Member member) throws IOException {
        if (json.currentToken() != JsonToken.START_OBJECT) {
            throw wrong(what + " is an object");
        }
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            if (json.nextToken() != JsonToken.VALUE_NULL) {
                member.read(name);
            }
        }
        if (json.currentToken() != JsonToken.END_OBJECT) {
            throw wrong(what + " does not end");
        }
    }

    void skip() throws IOException {
        json.skipChildren();
    }

    <T> List<T> list(int limit, Item<T> item) throws IOException {
        if (json.currentToken() != JsonToken.START_ARRAY) {
            throw wrong(json.currentName() + " is a list");
        }
        String name = json.currentName();
        List<T> items = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            if (json.currentToken() == null) {
                throw wrong(name + " does not end");
            }
            if (items.size() == limit) {
                throw wrong("More than " + limit + " " + name);
            }
            items.add(item.read());
        }
        return items;
    }

    String text() throws IOException {
        if (json.currentToken() != JsonToken.VALUE_STRING) {
            throw wrong(json.currentName() + " is a text");
        }
        return json.getText();
    }

    boolean bool() throws IOException {
        if (!json.currentToken().isBoolean()) {
            throw wrong(json.currentName() + " is true or false");
        }
        return json.getBooleanValue();
    }

    int integer() throws IOException {
        long value = whole();
        if (value != (int) value) {
            throw wrong(json.currentName() + " is too large");
        }
        return (int) value;
    }

    long whole() throws IOException {
        if (json.currentToken() != JsonToken.VALUE_NUMBER_INT
                || json.getNumberType() == JsonParser.NumberType.BIG_INTEGER) {
            throw wrong(json.currentName() + " is an integer of at most 64 bits");
        }
        return json.getLongValue();
    }

    BigDecimal decimal() throws IOException {
        if (!json.currentToken().isNumeric()) {
            throw wrong(json.currentName() + " is a number");
        }
        BigDecimal number = null;
        try {
            number = json.getDecimalValue();
        } catch (NumberFormatException e) {
            // An exponent of more digits than a BigDecimal has; refused below like any other that is too large.
        }
        if (number == null || !LayoutValidator.isModest(number)) {
            throw wrong(json.currentName() + " has too many digits or too large an exponent");
        }
        return number;
    }

    <E extends Enum<E>> E token(Class<E> type) throws IOException {
        String text = text();
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(text.toUpperCase(Locale.ROOT))) {
                return constant;
            }
        }
        throw wrong(json.currentName() + " is not known: " + text.substring(0, Math.min(40, text.length())));
    }

    <T> T required(T value, String name) {
        if (value == null) {
            throw wrong(name + " is missing");
        }
        return value;
    }

    LayoutException wrong(String what) {
        JsonLocation at = json.currentLocation();
        return new LayoutException(what + " (line " + at.getLineNr() + ", column " + at.getColumnNr() + ")");
    }
}
