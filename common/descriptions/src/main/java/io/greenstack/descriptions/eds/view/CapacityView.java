package io.greenstack.descriptions.eds.view;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Section [Capacity].
 *
 * @param figures all single figures by keyword as written
 * @param trafficSpecs packets per second by size
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CapacityView(BigDecimal maxMsgConnections, @JsonProperty("max_io_producers") BigDecimal maxIoProducers,
        @JsonProperty("max_io_consumers") BigDecimal maxIoConsumers,
        @JsonProperty("max_io_connections") BigDecimal maxIoConnections, BigDecimal maxCxPerConfigTool,
        BigDecimal connOverhead, Map<String, BigDecimal> figures,
        @JsonProperty("tspecs") List<TrafficView> trafficSpecs) {

    /** One {@code TSpecN}: direction {@code Tx}, {@code Rx} or {@code TxRx}, size in octets, packets per second. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record TrafficView(String tspecName, String direction, Integer dataSize, Long rate) {}
}
