package io.greenstack.descriptions.eds.view;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;

import io.greenstack.descriptions.eds.model.EdsFile.FileInfo;

/**
 * What a file says of the network objects of the device.
 *
 * @param dlrConfig [DLR Class]
 * @param tcpipInterface [TCP/IP Interface Class]
 * @param ethernetLink [Ethernet Link Class]
 * @param qosConfig [QoS Class]
 * @param lldpManagement [LLDP Management Class]
 * @param cipSecurity [CIP Security Class]
 * @param fileMetadata [File]
 * @param objectMetadata all class sections, and the class entries of [Assembly], [Connection Manager] and [Port]
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record NetworkView(ObjectView dlrConfig, ObjectView tcpipInterface, ObjectView ethernetLink,
        ObjectView qosConfig, ObjectView lldpManagement, ObjectView cipSecurity, FileInfo fileMetadata,
        List<ObjectView> objectMetadata) {

    /**
     * An object class.
     *
     * @param additionalAttributes all other entries of the section, by keyword as written
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ObjectView(String section, Integer revision, String objectName, Integer objectClassCode,
            Integer maxInst, Integer numberOfStaticInstances, Integer maxNumberOfDynamicInstances,
            List<String> classAttributes, List<String> instanceAttributes, List<String> classServices,
            List<String> instanceServices, Map<String, List<String>> additionalAttributes, int line) {}
}
