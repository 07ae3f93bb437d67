package io.greenstack.core.message;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;

/**
 * Reads JSON (RFC 8259) whose form others have decided, within limits. A member that stands twice has no value, since nothing says
 * which is meant; it costs no other. Immutable.
 *
 * @param <T> what values become
 */
public final class ForeignJson<T> {

    private static final int LONGEST_NUMBER = 128;

    private final int octets;
    private final int depth;
    private final Tree<T> tree;
    private final JsonFactory factory;

    /**
     * Makes values of a document.
     *
     * @param <T> what values become
     */
    public interface Tree<T> {

        /** A text. */
        T text(String value);

        /** A truth value. */
        T truth(boolean value);

        /** A number without fraction and exponent: an Integer, Long or BigInteger. */
        T whole(Number value);

        /** Any other number. */
        T fraction(double value);

        /** Null. */
        T nothing();

        /** A list, which is the tree's from now on. */
        T list(List<T> values);

        /** An object with its members in their order, which is the tree's from now on. */
        T object(Map<String, T> members);
    }

    /**
     * @param octets largest payload
     * @param depth how many lists and objects may stand in each other
     */
    public ForeignJson(int octets, int depth, Tree<T> tree) {
        this.octets = octets;
        this.depth = depth;
        this.tree = tree;
        this.factory = JsonFactory.builder().disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(depth).maxStringLength(octets)
                        .maxNumberLength(LONGEST_NUMBER).build())
                .build();
    }

    /** @throws PayloadException if a payload is empty or too large, whatever it holds */
    public void check(byte[] payload) {
        if (payload.length == 0) {
            throw empty();
        }
        if (payload.length > octets) {
            throw new PayloadException(RejectReason.PAYLOAD_TOO_LARGE,
                    "The payload has " + payload.length + " octets, the limit is " + octets);
        }
    }

    private static PayloadException empty() {
        return new PayloadException(RejectReason.EMPTY_PAYLOAD, "The payload is empty");
    }

    /**
     * The document of a payload.
     *
     * @param faults gets the members that stand twice
     * @throws PayloadException if the payload is empty, too large, too deep or no JSON
     */
    public T read(byte[] payload, List<ItemFault> faults) {
        check(payload);
        try (JsonParser json = factory.createParser(payload)) {
            if (json.nextToken() == null) {
                throw empty();
            }
            T document = value(json, "", faults);
            if (json.nextToken() != null) {
                throw new PayloadException(RejectReason.NOT_JSON, "Something follows the end of the payload");
            }
            return document;
        } catch (StreamConstraintsException e) {
            throw new PayloadException(RejectReason.TOO_DEEP,
                    "The payload nests deeper than " + depth + " levels or has a number that is too long");
        } catch (IOException e) {
            String text = String.valueOf(e.getMessage());
            int end = text.indexOf('\n');
            throw new PayloadException(RejectReason.NOT_JSON,
                    "The payload is not JSON: " + (end < 0 ? text : text.substring(0, end)));
        }
    }

    private T value(JsonParser json, String path, List<ItemFault> faults) throws IOException {
        return switch (json.currentToken()) {
            case START_OBJECT -> tree.object(members(json, path, faults));
            case START_ARRAY -> {
                List<T> list = new ArrayList<>();
                while (json.nextToken() != JsonToken.END_ARRAY) {
                    list.add(value(json, path + "[" + list.size() + "]", faults));
                }
                yield tree.list(list);
            }
            case VALUE_STRING -> tree.text(json.getText());
            case VALUE_TRUE, VALUE_FALSE -> tree.truth(json.getBooleanValue());
            case VALUE_NUMBER_INT -> tree.whole(whole(json));
            case VALUE_NUMBER_FLOAT -> tree.fraction(json.getDoubleValue());
            default -> tree.nothing();
        };
    }

    private static Number whole(JsonParser json) throws IOException {
        return switch (json.getNumberType()) {
            case INT -> json.getIntValue();
            case LONG -> json.getLongValue();
            default -> json.getBigIntegerValue();
        };
    }

    private Map<String, T> members(JsonParser json, String path, List<ItemFault> faults) throws IOException {
        Map<String, T> members = new LinkedHashMap<>();
        Set<String> twice = Set.of();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            json.nextToken();
            if (members.containsKey(name)) {
                twice = twice.isEmpty() ? new HashSet<>() : twice;
                twice.add(name);
                json.skipChildren();
            } else {
                members.put(name, value(json, below(path, name), faults));
            }
        }
        for (String name : twice) {
            members.remove(name);
            faults.add(new ItemFault(RejectReason.DUPLICATE_MEMBER,
                    "'" + below(path, name).replaceAll("\\p{Cntrl}", "?") + "' stands twice"));
        }
        return members;
    }

    private static String below(String path, String name) {
        return path.isEmpty() ? name : path + "." + name;
    }
}
