package io.greenstack.descriptions.iodd.parameter;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;

import io.greenstack.descriptions.ParameterError;
import io.greenstack.descriptions.ParameterException;
import io.greenstack.descriptions.iodd.model.AccessRights;

/** Checks values against what a description says of a parameter: access, type, length, ranges and single values. */
public final class ParameterValidator {

    private ParameterValidator() {}

    /**
     * Checks a value.
     *
     * @param subindex item, 0 for the whole
     * @param value raw value (not scaled), as {@link ParameterCodec} takes it; a record may be given in part
     * @param forWriting true for a value that is to be written, false for one that was read
     * @return what is wrong, empty if nothing is
     */
    public static List<ParameterError> validate(Parameter parameter, int subindex, JsonNode value, boolean forWriting) {
        List<ParameterError> errors = new ArrayList<>();
        try {
            String field = ParameterCodec.field(parameter, subindex);
            AccessRights access = subindex == 0
                    ? parameter.access()
                    : ParameterCodec.item(parameter, subindex).access();
            access(errors, field, access, forWriting);
            if (subindex != 0) {
                simple(errors, ParameterCodec.item(parameter, subindex).type(), field, value);
            } else if (parameter.type() == null) {
                errors.add(new ParameterError(field, ParameterException.UNKNOWN_DATATYPE,
                        "The description does not define the datatype of " + field + " completely."));
            } else if (parameter.hasItems()) {
                items(errors, parameter, value, forWriting && errors.isEmpty());
            } else {
                simple(errors, parameter.type(), field, value);
            }
        } catch (ParameterException e) {
            errors.add(e.error());
        }
        return errors;
    }

    private static void items(List<ParameterError> errors, Parameter parameter, JsonNode value, boolean forWriting) {
        for (Map.Entry<Integer, JsonNode> entry : ItemValues.of(parameter, value).entrySet()) {
            ParameterItem item = ParameterCodec.item(parameter, entry.getKey());
            String field = ParameterCodec.field(parameter, item.subindex());
            if (forWriting) {
                access(errors, field, item.access(), true);
            }
            simple(errors, item.type(), field, entry.getValue());
        }
    }

    private static void access(List<ParameterError> errors, String field, AccessRights access, boolean forWriting) {
        if (forWriting && access == AccessRights.RO) {
            errors.add(new ParameterError(field, ParameterException.READ_ONLY, field + " can only be read."));
        } else if (!forWriting && access == AccessRights.WO) {
            errors.add(new ParameterError(field, ParameterException.WRITE_ONLY, field + " can only be written."));
        }
    }

    private static void simple(List<ParameterError> errors, ParameterType type, String field, JsonNode value) {
        try {
            SimpleCodec.write(new byte[type.octets()], 0, type, field, value);
        } catch (ParameterException e) {
            errors.add(e.error());
            return;
        }
        if (!allowed(type, value)) {
            errors.add(new ParameterError(field, ParameterException.OUT_OF_RANGE,
                    field + " does not take " + shown(value) + "; allowed: " + type.allowed().describe() + "."));
        }
    }

    private static boolean allowed(ParameterType type, JsonNode value) {
        AllowedValues allowed = type.allowed();
        if (allowed.isAny()) {
            return true;
        }
        return switch (type.kind()) {
            case BOOLEAN -> allowed.allows(value.booleanValue() ? BigDecimal.ONE : BigDecimal.ZERO);
            case UINTEGER, INTEGER -> allowed.allows(value.decimalValue());
            case FLOAT32 -> value.isNumber() && real(allowed, value.decimalValue());
            case STRING -> allowed.singles().stream().anyMatch(single -> single.text().equals(value.textValue()));
            case OCTET_STRING -> octets(allowed, value);
            default -> true;
        };
    }

    /** A bound such as 0.1 is no Float32T; the nearest one is within the range all the same. */
    private static boolean real(AllowedValues allowed, BigDecimal number) {
        float nearest = number.floatValue();
        return allowed.allows(number)
                || allowed.ranges().stream().anyMatch(
                        range -> nearest >= range.lower().floatValue() && nearest <= range.upper().floatValue())
                || allowed.singles().stream()
                        .anyMatch(single -> single.number() != null && single.number().floatValue() == nearest);
    }

    private static boolean octets(AllowedValues allowed, JsonNode value) {
        byte[] octets = SimpleCodec.octets(value);
        return allowed.singles().stream().anyMatch(single -> Arrays.equals(SimpleCodec.octets(single.text()), octets));
    }

    private static String shown(JsonNode value) {
        String text = value.toString();
        return text.length() <= 64 ? text : text.substring(0, 64) + "...";
    }
}
