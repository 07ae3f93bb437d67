package io.greenstack.descriptions.eds.view;

import java.util.List;

import io.greenstack.descriptions.eds.model.EdsFile;

/** The texts of the values of a parameter. */
public record EnumView(String keyword, int paramNumber, String paramName, List<ValueView> values, int line) {

    /** One value. */
    public record ValueView(long value, String text, boolean isDefault) {}

    /** The enumerations of a file. */
    public static List<EnumView> of(EdsFile file) {
        return file.enums().stream().map(texts -> {
            var owner = file.parameters().stream().filter(parameter -> parameter.number() == texts.number())
                    .findFirst().orElse(null);
            Long initial = owner == null ? null : owner.defaultValue().longValue();
            return new EnumView(texts.keyword(), texts.number(), owner == null ? "" : owner.name(), texts.values()
                    .stream().map(value -> new ValueView(value.value(), value.text(),
                            initial != null && initial == value.value()))
                    .toList(), texts.line());
        }).toList();
    }
}
