package io.greenstack.descriptions.eds.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A section about an object class of the device, such as [DLR Class], [TCP/IP Interface Class] or [QoS Class], with the
 * entries common to all (CIP Volume 1, clause 7-3.6.1); [Assembly], [Connection Manager] and [Port] carry them too.
 *
 * @param section name of the section
 * @param revision {@code Revision}, null if not given
 * @param objectName {@code Object_Name}, null if not given
 * @param classCode {@code Object_Class_Code}, null if not given
 * @param maxInstance {@code MaxInst}, null if not given
 * @param staticInstances {@code Number_Of_Static_Instances}, null if not given
 * @param maxDynamicInstances {@code Max_Number_Of_Dynamic_Instances}, null if not given
 * @param classAttributes {@code Class_Attributes}
 * @param instanceAttributes {@code Instance_Attributes}
 * @param classServices {@code Class_Services}
 * @param instanceServices {@code Instance_Services}
 * @param others all other entries of a class section: keyword to fields
 * @param line line of the header, from 1
 */
public record ObjectClass(String section, Integer revision, String objectName, Integer classCode, Integer maxInstance,
        Integer staticInstances, Integer maxDynamicInstances, List<String> classAttributes,
        List<String> instanceAttributes, List<String> classServices, List<String> instanceServices,
        Map<String, List<String>> others, int line) {

    public ObjectClass {
        classAttributes = List.copyOf(classAttributes);
        instanceAttributes = List.copyOf(instanceAttributes);
        classServices = List.copyOf(classServices);
        instanceServices = List.copyOf(instanceServices);
        others = Collections.unmodifiableMap(new LinkedHashMap<>(others));
    }
}
