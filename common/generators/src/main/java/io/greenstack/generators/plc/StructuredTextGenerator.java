package io.greenstack.generators.plc;

import java.util.List;
import java.util.Map;
import java.util.Set;

import io.greenstack.core.processdata.Condition;
import io.greenstack.core.processdata.Direction;
import io.greenstack.core.processdata.Field;
import io.greenstack.core.processdata.Frame;
import io.greenstack.core.processdata.ScalarType;
import io.greenstack.generators.Blueprint;
import io.greenstack.generators.GeneratedFile;
import io.greenstack.generators.Generator;
import io.greenstack.generators.Names;
import io.greenstack.generators.Template;

/**
 * Structured text of IEC 61131-3: for each frame of the process data a structure and a function block that decodes it, for
 * what a device receives also one that encodes it. Only what the standard has is used, so every compiler takes it.
 */
public final class StructuredTextGenerator implements Generator {

    private static final int LONGEST_NAME = 60;
    private static final Template FLOATS = Template.of("floats.st");
    private static final Set<String> RESERVED = Set.of("action", "and", "any", "array", "at", "bool", "by", "byte",
            "case", "class", "constant", "continue", "date", "dint", "do", "dt", "dword", "else", "elsif", "en", "end",
            "eno", "exit", "extends", "false", "final", "for", "from", "function", "if", "in", "int", "interface",
            "internal", "lint", "lreal", "lword", "max", "method", "min", "mod", "mux", "namespace", "not", "null",
            "of", "on", "or", "override", "persistent", "pointer", "private", "program", "property", "protected",
            "public", "read_only", "real", "ref", "repeat", "retain", "return", "sel", "shl", "shr", "sint", "step",
            "string", "struct", "super", "task", "then", "this", "time", "to", "tod", "transition", "true", "type",
            "udint", "uint", "ulint", "union", "until", "using", "usint", "var", "while", "with", "word", "wstring",
            "xor", "data", "value", "w", "l", "i");

    @Override
    public About about() {
        return new About("plc-structured-text", "PLC code (IEC 61131-3 structured text)",
                "A structure and function blocks that decode and encode the process data in a PLC, with scaling and limits.");
    }

    @Override
    public GeneratedFile generate(Blueprint blueprint) {
        StringBuilder text = new StringBuilder(8192);
        text.append("(* Made by GreenStack of ").append(comment(blueprint.origin().fileName())).append(": ")
                .append(comment(blueprint.origin().vendor())).append(' ')
                .append(comment(blueprint.origin().product())).append(" *)\n");
        boolean floats = blueprint.layout().in().stream().anyMatch(StructuredTextGenerator::hasFloat)
                || blueprint.layout().out().stream().anyMatch(StructuredTextGenerator::hasFloat);
        if (floats) {
            text.append('\n').append(FLOATS.fill(Map.of()));
        }
        Names names = new Names(LONGEST_NAME - 16, Set.of());
        for (Direction direction : Direction.values()) {
            List<Frame> frames = blueprint.layout().frames(direction);
            for (Frame frame : frames) {
                String which = frames.size() == 1 ? "" : " " + frame.id();
                String name = names.identifier(blueprint.origin().product() + " " + direction.token() + which);
                write(text, frame, direction, name);
            }
        }
        return new GeneratedFile(blueprint.slug() + ".st", "text/plain", text.toString());
    }

    private static void write(StringBuilder text, Frame frame, Direction direction, String name) {
        Names members = new Names(LONGEST_NAME - 8, RESERVED);
        List<FieldCode> fields = frame.fields().stream()
                .map(field -> new FieldCode(frame, field, members.identifier(field.key()))).toList();
        text.append("\n(* Process data ").append(direction.token()).append(": ")
                .append(comment(frame.name().isBlank() ? frame.id() : frame.name()));
        for (Condition condition : frame.when()) {
            text.append(", while ").append(comment(condition.variableId()))
                    .append(condition.subindex() == 0 ? "" : "/" + condition.subindex()).append(" = ")
                    .append(condition.value());
        }
        text.append(" *)\nTYPE ST_").append(name).append(" :\nSTRUCT\n");
        fields.forEach(field -> field.declare(text));
        text.append("END_STRUCT;\nEND_TYPE\n");
        block(text, frame, name, "Decode", "VAR_INPUT", "VAR_OUTPUT");
        fields.forEach(field -> field.decode(text));
        text.append("END_FUNCTION_BLOCK\n");
        if (direction == Direction.OUT) {
            block(text, frame, name, "Encode", "VAR_OUTPUT", "VAR_INPUT");
            text.append("FOR i := 0 TO ").append(frame.octets() - 1)
                    .append(" DO\n    Data[i] := BYTE#16#00;\nEND_FOR;\n");
            fields.forEach(field -> field.encode(text));
            text.append("END_FUNCTION_BLOCK\n");
        }
    }

    private static void block(StringBuilder text, Frame frame, String name, String verb, String data, String value) {
        text.append("\nFUNCTION_BLOCK FB_").append(name).append('_').append(verb).append('\n').append(data)
                .append("\n    Data : ").append(FieldCode.octetArray(frame.octets())).append(";\nEND_VAR\n")
                .append(value).append("\n    Value : ST_").append(name)
                .append(";\nEND_VAR\nVAR\n    w : DWORD;\n    l : LWORD;\n    i : DINT;\nEND_VAR\n");
    }

    private static boolean hasFloat(Frame frame) {
        return frame.fields().stream().map(Field::type)
                .anyMatch(type -> type == ScalarType.FLOAT32 || type == ScalarType.FLOAT64);
    }

    /** A text of a vendor within a comment: it must not end it. */
    static String comment(String text) {
        return text.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ").replace("*)", "* )").replace("(*", "( *");
    }
}
