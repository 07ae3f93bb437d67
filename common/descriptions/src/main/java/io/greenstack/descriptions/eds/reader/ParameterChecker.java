package io.greenstack.descriptions.eds.reader;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Set;

import io.greenstack.descriptions.eds.model.EdsFile.EdsEnum;
import io.greenstack.descriptions.eds.model.EdsFile.EdsGroup;
import io.greenstack.descriptions.eds.model.EdsFinding.Severity;
import io.greenstack.descriptions.eds.model.EdsIndex;
import io.greenstack.descriptions.eds.model.EdsParameter;
import io.greenstack.descriptions.eds.model.EdsParameter.Descriptor;
import io.greenstack.descriptions.eds.model.EdsPath;
import io.greenstack.descriptions.eds.model.EdsReference;
import io.greenstack.descriptions.eds.model.EnumValue;
import io.greenstack.descriptions.eds.model.FindingCode;

/** Checks parameters, enumerations and groups. */
record ParameterChecker(EdsIndex index, EdsFindings findings) {

    private static final String SECTION = "Params";

    void check() {
        for (EdsParameter parameter : index.file().parameters()) {
            type(parameter);
            range(parameter);
            scaling(parameter);
            linkPath(parameter);
        }
        index.file().enums().forEach(this::enumeration);
        index.file().groups().forEach(this::group);
    }

    private void type(EdsParameter parameter) {
        if (parameter.name().isBlank()) {
            add(Severity.WARN, FindingCode.PARAM_MISSING_NAME, parameter, parameter.keyword() + " has no name");
        }
        if (parameter.typeCode() == null && parameter.dataSize() == null) {
            add(Severity.ERROR, FindingCode.PARAM_TOO_SHORT, parameter,
                    parameter.keyword() + " has neither data type nor size");
            return;
        }
        if (parameter.type() == null) {
            add(Severity.ERROR, FindingCode.PARAM_UNKNOWN_TYPE, parameter, "The data type "
                    + (parameter.typeCode() == null
                            ? "is missing"
                            : String.format("0x%02X is unknown",
                                    parameter.typeCode())));
            return;
        }
        int octets = parameter.type().octets();
        Integer size = parameter.dataSize();
        if (!parameter.type().isVariable() && size != null && size != octets) {
            boolean array = size > octets && size % octets == 0;
            add(array ? Severity.INFO : Severity.WARN, FindingCode.PARAM_SIZE, parameter, "The declared size is "
                    + size + " octets, " + parameter.type() + " has " + octets);
        }
    }

    private void range(EdsParameter parameter) {
        BigDecimal minimum = parameter.minimum().number();
        BigDecimal maximum = parameter.maximum().number();
        BigDecimal initial = parameter.defaultValue().number();
        if (parameter.type() != null && parameter.type().isVariable() || minimum == null || maximum == null) {
            return;
        }
        if (minimum.compareTo(maximum) > 0) {
            add(Severity.WARN, FindingCode.PARAM_RANGE, parameter,
                    "The minimum " + minimum + " is above the maximum " + maximum);
        } else if (initial != null && minimum.compareTo(maximum) < 0
                && (initial.compareTo(minimum) < 0 || initial.compareTo(maximum) > 0)) {
            add(Severity.WARN, FindingCode.PARAM_RANGE, parameter,
                    "The default " + initial + " is outside " + minimum + ".." + maximum);
        }
    }

    private void scaling(EdsParameter parameter) {
        if (parameter.scaling().changesValue() && !parameter.has(Descriptor.SCALING)) {
            add(Severity.INFO, FindingCode.PARAM_SCALING_FLAG, parameter,
                    "There are scaling factors but the descriptor does not say so; they are used");
        }
        link(parameter, parameter.scaling().multiplierLink());
        link(parameter, parameter.scaling().divisorLink());
        link(parameter, parameter.scaling().baseLink());
        link(parameter, parameter.scaling().offsetLink());
    }

    private void link(EdsParameter parameter, Integer number) {
        if (number != null && index.parameter(number) == null) {
            add(Severity.ERROR, FindingCode.PARAM_SCALING_LINK, parameter,
                    "A scaling factor comes from Param" + number + ", which does not exist");
        }
    }

    private void linkPath(EdsParameter parameter) {
        if (parameter.linkPath().isBlank() || parameter.linkPathSize() == null) {
            return;
        }
        EdsPath path = EdsPath.parse(parameter.linkPath());
        boolean plain = path.items().stream().allMatch(item -> item.kind() == EdsPath.ItemKind.OCTET);
        if (plain && path.items().size() != parameter.linkPathSize()) {
            add(Severity.INFO, FindingCode.PARAM_PATH_SIZE, parameter, "The link path has " + path.items().size()
                    + " octets, declared are " + parameter.linkPathSize());
        }
    }

    private void enumeration(EdsEnum texts) {
        if (index.parameter(texts.owner()) == null) {
            findings.add(Severity.WARN, FindingCode.ENUM_WITHOUT_PARAM, SECTION, texts.keyword(), texts.line(), 0,
                    texts.owner().entryKeyword() + " does not exist");
        }
        Set<Long> seen = new HashSet<>();
        for (EnumValue value : texts.values()) {
            if (!seen.add(value.value())) {
                findings.add(Severity.WARN, FindingCode.ENUM_DUPLICATE, SECTION, texts.keyword(), value.line(), 0,
                        "The value " + value.value() + " occurs twice");
            }
        }
    }

    private void group(EdsGroup group) {
        String keyword = "Group" + group.number();
        if (group.declaredCount() != null && group.declaredCount() != group.members().size()) {
            findings.add(Severity.WARN, FindingCode.GROUP_COUNT, "Groups", keyword, group.line(), 0, "The group has "
                    + group.members().size() + " members, declared are " + group.declaredCount());
        }
        for (EdsReference member : group.members()) {
            boolean number = member.literal() != null && member.literal().bitLength() < 31;
            boolean known = number ? index.parameter(member.literal().intValue()) != null : index.resolves(member);
            if (!known) {
                findings.add(Severity.ERROR, FindingCode.DANGLING_REFERENCE, "Groups", keyword, group.line(), 0,
                        (number ? "Param" : "") + member.text() + " does not exist");
            }
        }
    }

    private void add(Severity severity, String code, EdsParameter parameter, String message) {
        findings.add(severity, code, SECTION, parameter.keyword(), parameter.line(), 0, message);
    }
}
