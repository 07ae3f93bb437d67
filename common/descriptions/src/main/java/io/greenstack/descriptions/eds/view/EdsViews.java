package io.greenstack.descriptions.eds.view;

import java.math.BigDecimal;
import java.time.format.DateTimeFormatter;
import java.util.AbstractList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.greenstack.descriptions.eds.model.EdsAssembly;
import io.greenstack.descriptions.eds.model.EdsDate;
import io.greenstack.descriptions.eds.model.EdsFile;
import io.greenstack.descriptions.eds.model.EdsFile.FileInfo;
import io.greenstack.descriptions.eds.model.EdsIndex;
import io.greenstack.descriptions.eds.model.EdsParameter;
import io.greenstack.descriptions.eds.model.EdsParameter.Descriptor;
import io.greenstack.descriptions.eds.model.EdsParameter.IntlText;
import io.greenstack.descriptions.eds.model.EdsParameter.ParameterScaling;
import io.greenstack.descriptions.eds.model.EnumValue;
import io.greenstack.descriptions.eds.view.EdsDetail.AssemblyView;
import io.greenstack.descriptions.eds.view.EdsDetail.GroupView;
import io.greenstack.descriptions.eds.view.EdsDetail.MemberView;
import io.greenstack.descriptions.eds.view.EdsDetail.ParameterView;
import io.greenstack.descriptions.eds.view.EdsDetail.PortView;

/** Makes the detail of an EDS from its model. */
public final class EdsViews {

    private EdsViews() {}

    /**
     * All of a file. Parameters become views when they are asked for, so that many of them take no room besides the file.
     *
     * @param defaultConnection number of the connection that its layout is of, may be null
     * @param most how many parameters there are at most
     */
    public static EdsDetail of(EdsFile file, Integer defaultConnection, int most) {
        FileInfo info = file.file();
        List<String> classes = file.classes().stream().flatMap(one -> one.names().stream()).toList();
        List<String> features = EdsFeatures.of(file);
        return new EdsDetail(file.device().productType(), file.device().productTypeName(), file.device().catalog(),
                info == null ? null : info.description(), info == null ? null : info.homeUrl(),
                info == null || info.revision() == null ? null : info.revision().toString(),
                info == null ? null : date(info.created()), info == null ? null : time(info.created()),
                info == null ? null : time(info.modified()), level(classes, 0), level(classes, 1), level(classes, 2),
                level(classes, 3), classes,
                parameters(file.parameters().subList(0, Math.min(most, file.parameters().size()))),
                file.assemblies().size(), file.assemblies().stream().map(EdsViews::assembly).toList(),
                ConnectionViews.of(new EdsIndex(file)),
                file.groups().stream().map(group -> new GroupView(group.number(), group.name(),
                        group.members().stream().map(member -> member.text()).toList())).toList(),
                file.ports().stream().map(port -> new PortView(port.number(), port.type(), port.name(), port.path(),
                        port.portNumber())).toList(),
                file.capacity() == null ? null : CapacityView.of(file), defaultConnection, features,
                String.join(", ", features));
    }

    /** What the device can beyond plain I/O. */
    public static List<String> features(EdsFile file) {
        return EdsFeatures.of(file);
    }

    private static List<ParameterView> parameters(List<EdsParameter> parameters) {
        return new AbstractList<>() {
            @Override
            public ParameterView get(int index) {
                return parameter(parameters.get(index));
            }

            @Override
            public int size() {
                return parameters.size();
            }
        };
    }

    private static String level(List<String> classes, int at) {
        return at < classes.size() ? classes.get(at) : null;
    }

    /** A parameter. */
    public static ParameterView parameter(EdsParameter parameter) {
        ParameterScaling scaling = parameter.scaling();
        BigDecimal gradient = scaling.gradient(parameter.has(Descriptor.EXTENDED_PRECISION));
        boolean scaled = !scaling.equals(ParameterScaling.NONE);
        return new ParameterView(parameter.number(), parameter.name(),
                parameter.type() == null ? null : parameter.type().name(), parameter.typeCode(), parameter.dataSize(),
                parameter.defaultValue().text(), parameter.minimum().text(), parameter.maximum().text(),
                parameter.units(), parameter.help(), parameter.linkPath(), parameter.linkPathSize(),
                parameter.descriptor(), Stream.of(Descriptor.values()).filter(parameter::has).toList(),
                gradient == null || gradient.compareTo(BigDecimal.ONE) == 0 ? null : gradient, scaling.offset(),
                scaled ? scaling : null, parameter.has(Descriptor.READ_ONLY), names(parameter.values()),
                texts(parameter.names()), texts(parameter.unitTexts()), texts(parameter.helpTexts()),
                parameter.line());
    }

    private static List<IntlText> texts(List<IntlText> texts) {
        return texts.isEmpty() ? null : texts;
    }

    private static Map<String, String> names(List<EnumValue> values) {
        Map<String, String> names = new LinkedHashMap<>();
        values.forEach(value -> names.putIfAbsent(Long.toString(value.value()), value.text()));
        return names.isEmpty() ? null : names;
    }

    private static AssemblyView assembly(EdsAssembly assembly) {
        return new AssemblyView(assembly.keyword(), assembly.number(), assembly.name(), assembly.size().value(),
                assembly.path(), assembly.members().stream().map(member -> new MemberView(member.size().value(),
                        member.reference().isNone() ? null : member.reference().text())).toList());
    }

    private static String date(EdsDate date) {
        return date == null ? null : date.date() != null ? date.date().toString() : blank(date.dateText());
    }

    private static String time(EdsDate date) {
        return date == null
                ? null
                : date.time() != null ? date.time().format(DateTimeFormatter.ISO_LOCAL_TIME) : blank(date.timeText());
    }

    private static String blank(String text) {
        return text == null || text.isBlank() ? null : text;
    }
}
