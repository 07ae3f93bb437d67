package io.greenstack.descriptions.eds.view;

import java.math.BigDecimal;
import java.util.Map;

import io.greenstack.descriptions.eds.model.EdsFile;
import io.greenstack.descriptions.eds.model.EdsFile.Capacity;
import io.greenstack.descriptions.eds.model.EdsFile.ObjectClass;
import io.greenstack.descriptions.eds.view.CapacityView.TrafficView;
import io.greenstack.descriptions.eds.view.NetworkView.ObjectView;

/** Makes the views of the network objects and the capacity. */
public final class NetworkViews {

    private NetworkViews() {}

    /** The network objects of a file. */
    public static NetworkView network(EdsFile file) {
        return new NetworkView(object(file, "DLR Class"), object(file, "TCP/IP Interface Class"),
                object(file, "Ethernet Link Class"), object(file, "QoS Class"),
                object(file, "LLDP Management Class"), object(file, "CIP Security Class"), file.file(),
                file.objectClasses().stream().map(NetworkViews::object).toList());
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

    /** The capacity of a file; without figures if it has no such section. */
    public static CapacityView capacity(EdsFile file) {
        Capacity capacity = file.capacity() == null ? new Capacity(Map.of(), java.util.List.of()) : file.capacity();
        BigDecimal connections = capacity.figure("MaxIOConnections");
        return new CapacityView(capacity.figure("MaxMsgConnections"),
                orElse(capacity.figure("MaxIOProducers"), connections),
                orElse(capacity.figure("MaxIOConsumers"), connections), connections,
                capacity.figure("MaxCxPerConfigTool"), capacity.figure("ConnOverhead"), capacity.figures(),
                capacity.trafficSpecs().stream().map(spec -> new TrafficView("TSpec" + spec.number(),
                        spec.direction(), spec.size(), spec.rate())).toList());
    }

    private static BigDecimal orElse(BigDecimal figure, BigDecimal otherwise) {
        return figure == null ? otherwise : figure;
    }
}
