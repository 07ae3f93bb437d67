package io.greenstack.descriptions.eds.reader;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import io.greenstack.descriptions.eds.model.CipType;
import io.greenstack.descriptions.eds.model.EdsField;
import io.greenstack.descriptions.eds.model.EdsFile.EdsEnum;
import io.greenstack.descriptions.eds.model.EdsFile.EdsGroup;
import io.greenstack.descriptions.eds.model.EdsFile.ParameterClass;
import io.greenstack.descriptions.eds.model.EdsFinding.Severity;
import io.greenstack.descriptions.eds.model.EdsParameter;
import io.greenstack.descriptions.eds.model.EdsParameter.EdsValue;
import io.greenstack.descriptions.eds.model.EdsParameter.IntlText;
import io.greenstack.descriptions.eds.model.EdsParameter.ParameterScaling;
import io.greenstack.descriptions.eds.model.EdsReference;
import io.greenstack.descriptions.eds.model.EdsSection.EdsFileEntry;
import io.greenstack.descriptions.eds.model.EdsToken;
import io.greenstack.descriptions.eds.model.EdsToken.Kind;
import io.greenstack.descriptions.eds.model.EnumValue;
import io.greenstack.descriptions.eds.model.FindingCode;

/** Reads [ParamClass], [Params], [EnumPar] and [Groups]. */
record ParameterMapper(EdsFindings findings) {

    ParameterClass parameterClass(List<EdsFileEntry> entries) {
        if (entries == null) {
            return null;
        }
        Long maxInstance = null;
        Integer descriptor = null;
        Integer assembly = null;
        for (EdsFileEntry entry : entries) {
            switch (entry.keyword().toLowerCase(Locale.ROOT)) {
                case "maxinst" -> maxInstance = entry.field(0).longValue();
                case "descriptor" -> descriptor = entry.field(0).intValue();
                case "cfgassembly" -> assembly = entry.field(0).intValue();
                default -> {
                }
            }
        }
        return new ParameterClass(maxInstance, descriptor, assembly);
    }

    List<EdsParameter> parameters(List<EdsFileEntry> entries) {
        return entries.stream().filter(one -> one.is("Param") || one.is("ProxyParam") || one.is("ProxiedParam"))
                .map(ParameterMapper::parameter).toList();
    }

    private static EdsParameter parameter(EdsFileEntry entry) {
        Integer typeCode = entry.field(4).intValue();
        Integer descriptor = entry.field(3).intValue();
        ParameterScaling scaling = new ParameterScaling(entry.field(12).number(), entry.field(13).number(),
                entry.field(14).number(), entry.field(15).number(), link(entry.field(16)), link(entry.field(17)),
                link(entry.field(18)), link(entry.field(19)), entry.field(20).intValue());
        return new EdsParameter(entry.base() + entry.number(), entry.number(), entry.field(1).intValue(),
                entry.field(2).text(), descriptor == null ? 0 : descriptor, typeCode, CipType.of(typeCode),
                entry.field(5).intValue(), entry.field(6).text(), entry.field(7).text(), entry.field(8).text(),
                EdsValue.of(entry.field(9)), EdsValue.of(entry.field(10)), EdsValue.of(entry.field(11)), scaling,
                intl(entry.field(21)), intl(entry.field(22)), intl(entry.field(23)), List.of(), entry.line());
    }

    /** A link is the number of a parameter or its keyword; zero means none. */
    private static Integer link(EdsField field) {
        EdsReference reference = EdsReference.of(field);
        if (reference.isParameter()) {
            return reference.number();
        }
        Integer number = field.intValue();
        return number == null || number == 0 ? null : number;
    }

    /** An international string: groups of language, character set and text in braces, or just texts. */
    static List<IntlText> intl(EdsField field) {
        List<IntlText> texts = new ArrayList<>();
        String language = "";
        String text = null;
        boolean braces = false;
        for (EdsToken token : field.tokens()) {
            boolean name = token.kind() == Kind.STRING || token.kind() == Kind.WORD;
            if (token.kind() == Kind.OPEN_BRACE) {
                braces = true;
            } else if (braces && name && language.isEmpty() && token.value().matches("[A-Za-z]{3}") && text == null) {
                language = token.value();
            } else if (token.kind() == Kind.STRING) {
                text = text == null ? token.value() : text + token.value();
            } else if (token.kind() == Kind.CLOSE_BRACE && text != null) {
                texts.add(new IntlText(language, text));
                language = "";
                text = null;
            }
        }
        if (text != null) {
            texts.add(new IntlText(language, text));
        }
        return texts;
    }

    List<EdsEnum> enums(String section, List<EdsFileEntry> entries) {
        List<EdsEnum> enums = new ArrayList<>();
        for (EdsFileEntry entry : entries) {
            boolean old = "EnumPar".equals(section);
            if (entry.is("Enum") || entry.is("EnumPar") || entry.is("ProxyEnum") || entry.is("ProxiedEnum")
                    || old && entry.is("Param")) {
                enums.add(new EdsEnum(entry.base() + entry.number(), entry.number(), values(section, entry),
                        entry.line()));
            }
        }
        return enums;
    }

    /** Pairs of value and text; the older form has only texts, for the values from 0 on. */
    private List<EnumValue> values(String section, EdsFileEntry entry) {
        List<EnumValue> values = new ArrayList<>();
        List<EdsField> fields = entry.fields();
        if (entry.field(0).isText() && entry.field(0).number() == null) {
            for (int i = 0; i < fields.size(); i++) {
                if (!fields.get(i).isEmpty()) {
                    values.add(new EnumValue(i, fields.get(i).text(), fields.get(i).line()));
                }
            }
            return values;
        }
        for (int i = 0; i < fields.size(); i += 2) {
            EdsField value = fields.get(i);
            EdsField text = entry.field(i + 1);
            if (value.isEmpty() && text.isEmpty()) {
                continue;
            }
            Long number = value.longValue();
            if (number == null) {
                findings.add(Severity.ERROR, FindingCode.ENUM_BAD_VALUE, section, entry.keyword(), value.line(),
                        value.column(), "The enumeration value \"" + value.text() + "\" is no whole number");
            } else {
                values.add(new EnumValue(number, text.text(), value.line()));
            }
        }
        return values;
    }

    List<EdsGroup> groups(List<EdsFileEntry> entries) {
        List<EdsGroup> groups = new ArrayList<>();
        for (EdsFileEntry entry : entries) {
            if (entry.is("Group")) {
                List<EdsReference> members = new ArrayList<>();
                for (int i = 2; i < entry.fields().size(); i++) {
                    EdsField field = entry.field(i);
                    if (!field.isEmpty() && !field.isGroup() && !(field.isText() && field.number() == null)) {
                        members.add(EdsReference.of(field));
                    }
                }
                groups.add(new EdsGroup(entry.number(), entry.field(0).text(), entry.field(1).intValue(), members,
                        entry.line()));
            }
        }
        return groups;
    }
}
