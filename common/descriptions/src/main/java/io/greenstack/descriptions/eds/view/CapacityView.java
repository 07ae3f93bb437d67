package io.greenstack.descriptions.eds.view;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonProperty;

import io.greenstack.descriptions.Sparse;
import io.greenstack.descriptions.eds.model.EdsFile;
import io.greenstack.descriptions.eds.model.EdsFile.Capacity;

/**
 * Section [Capacity].
 *
 * @param figures all single figures by keyword as written
 * @param trafficSpecs packets per second by size
 */
public record CapacityView(BigDecimal maxMsgConnections, @JsonProperty("max_io_producers") BigDecimal maxIoProducers,
        @JsonProperty("max_io_consumers") BigDecimal maxIoConsumers,
        @JsonProperty("max_io_connections") BigDecimal maxIoConnections, BigDecimal maxCxPerConfigTool,
        BigDecimal connOverhead, Map<String, BigDecimal> figures,
        @JsonProperty("tspecs") List<TrafficView> trafficSpecs) implements Sparse {

    /** One {@code TSpecN}: direction {@code Tx}, {@code Rx} or {@code TxRx}, size in octets, packets per second. */
    public record TrafficView(String tspecName, String direction, Integer dataSize, Long rate) implements Sparse {}

    /** The capacity of a file; without figures if it has no such section. */
    public static CapacityView of(EdsFile file) {
        Capacity capacity = file.capacity() == null ? new Capacity(Map.of(), List.of()) : file.capacity();
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
