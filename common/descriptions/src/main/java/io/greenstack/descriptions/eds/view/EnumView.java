package io.greenstack.descriptions.eds.view;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.greenstack.descriptions.eds.model.EdsFile;
import io.greenstack.descriptions.eds.model.EdsParameter;

/** The texts of the values of a parameter. */
public record EnumView(String keyword, int paramNumber, String paramName, List<ValueView> values, int line) {

    /** One value. */
    public record ValueView(long value, String text, boolean isDefault) {}

    /** The enumerations of a file. */
    public static List<EnumView> of(EdsFile file) {
        Map<Integer, EdsParameter> owners = new HashMap<>();
        file.parameters().forEach(parameter -> owners.putIfAbsent(parameter.number(), parameter));
        return file.enums().stream().map(texts -> {
            EdsParameter owner = owners.get(texts.number());
            Long initial = owner == null ? null : owner.defaultValue().longValue();
            return new EnumView(texts.keyword(), texts.number(), owner == null ? "" : owner.name(), texts.values()
                    .stream().map(value -> new ValueView(value.value(), value.text(),
                            initial != null && initial == value.value()))
                    .toList(), texts.line());
        }).toList();
    }
}
