package io.greenstack.descriptions.eds.view;

import java.util.List;
import java.util.Map;

import io.greenstack.descriptions.Sparse;
import io.greenstack.descriptions.eds.model.EdsFile;
import io.greenstack.descriptions.eds.model.EdsFile.FileInfo;
import io.greenstack.descriptions.eds.model.EdsFile.ObjectClass;

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
public record NetworkView(ObjectView dlrConfig, ObjectView tcpipInterface, ObjectView ethernetLink,
        ObjectView qosConfig, ObjectView lldpManagement, ObjectView cipSecurity, FileInfo fileMetadata,
        List<ObjectView> objectMetadata) implements Sparse {

    /**
     * An object class.
     *
     * @param additionalAttributes all other entries of the section, by keyword as written
     */
    public record ObjectView(String section, Integer revision, String objectName, Integer objectClassCode,
            Integer maxInst, Integer numberOfStaticInstances, Integer maxNumberOfDynamicInstances,
            List<String> classAttributes, List<String> instanceAttributes, List<String> classServices,
            List<String> instanceServices, Map<String, List<String>> additionalAttributes,
            int line) implements Sparse {}

    /** The network objects of a file. */
    public static NetworkView of(EdsFile file) {
        return new NetworkView(object(file, "DLR Class"), object(file, "TCP/IP Interface Class"),
                object(file, "Ethernet Link Class"), object(file, "QoS Class"),
                object(file, "LLDP Management Class"), object(file, "CIP Security Class"), file.file(),
                file.objectClasses().stream().map(NetworkView::object).toList());
    }

    private static ObjectView object(EdsFile file, String section) {
        ObjectClass found = file.objectClass(section);
        return found == null ? null : object(found);
    }

    private static ObjectView object(ObjectClass object) {
        return new ObjectView(object.section(), object.revision(), object.objectName(), object.classCode(),
                object.maxInstance(), object.staticInstances(), object.maxDynamicInstances(),
                object.classAttributes(), object.instanceAttributes(), object.classServices(),
                object.instanceServices(), object.others(), object.line());
    }
}
