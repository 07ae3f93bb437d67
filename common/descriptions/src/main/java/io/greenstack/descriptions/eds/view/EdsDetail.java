package io.greenstack.descriptions.eds.view;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

import io.greenstack.descriptions.Sparse;
import io.greenstack.descriptions.eds.model.EdsParameter.Descriptor;
import io.greenstack.descriptions.eds.model.EdsParameter.IntlText;
import io.greenstack.descriptions.eds.model.EdsParameter.ParameterScaling;
import io.greenstack.descriptions.eds.view.ConnectionViews.ConnectionDetail;

/**
 * All that the detail of an EDS shows besides its summary.
 *
 * @param productType CIP device profile
 * @param productTypeStr its name
 * @param catalogNumber catalog number
 * @param description text of the file
 * @param homeUrl address of the vendor
 * @param fileRevision revision of the file
 * @param createDate date the file was made, ISO 8601 where it is one, else as written
 * @param createTime time of it
 * @param modTime time of day of the last change, whose date is in the summary
 * @param class1 first level of the classification, the others follow
 * @param classes all of them
 * @param parameters parameters with scaling, unit and texts of values
 * @param assemblies assemblies with their members
 * @param assemblyCount number of assemblies
 * @param connections connections, as {@code /connections} answers them
 * @param groups groups of parameters
 * @param capacity section Capacity, as {@code /capacity} answers it; absent if the file has none
 * @param defaultConnection number of the connection whose data the layout describes, absent if there is none
 * @param features what the device can beyond plain I/O: {@code DLR}, {@code CIP Security}, ...
 * @param featureSet the same in one text
 */
public record EdsDetail(Integer productType, String productTypeStr, String catalogNumber, String description,
        String homeUrl, String fileRevision, String createDate, String createTime, String modTime, String class1,
        String class2, String class3, String class4, List<String> classes, List<ParameterView> parameters,
        int assemblyCount, List<AssemblyView> assemblies, List<ConnectionDetail> connections, List<GroupView> groups,
        List<PortView> ports, CapacityView capacity, Integer defaultConnection, List<String> features,
        String featureSet) implements Sparse {

    /**
     * A parameter; values are raw as written.
     *
     * @param descriptor bits of the descriptor
     * @param descriptorFlags the bits that are set
     * @param gradient factor from raw to engineering value, absent if it is 1
     * @param offset summand on the raw value, absent if it is 0
     * @param scaling factors and links as written: {@code ((raw + offset) * multiplier * base) / divisor}, absent if none
     * @param names name in other languages
     * @param unitTexts unit in other languages
     * @param helpTexts help in other languages
     * @param line line of the file
     */
    public record ParameterView(int paramNumber, String paramName, String dataType, Integer dataTypeCode,
            Integer dataSize, String defaultValue, String minValue, String maxValue, String units, String help,
            String linkPath, Integer linkPathSize, int descriptor, List<Descriptor> descriptorFlags,
            BigDecimal gradient, BigDecimal offset, ParameterScaling scaling, boolean readOnly,
            Map<String, String> enumerationValues, List<IntlText> names, List<IntlText> unitTexts,
            List<IntlText> helpTexts, int line) implements Sparse {}

    /** An assembly; sizes in octets, members in bits. */
    public record AssemblyView(String keyword, int assemblyNumber, String assemblyName, Integer size, String path,
            List<MemberView> members) implements Sparse {}

    /** A member of an assembly; no reference = padding. */
    public record MemberView(Integer bits, String reference) implements Sparse {}

    /** A group of parameters. */
    public record GroupView(int groupNumber, String groupName, List<String> members) {}

    /** A port. */
    public record PortView(int number, String portType, String portName, String path,
            Integer portNumber) implements Sparse {}
}
