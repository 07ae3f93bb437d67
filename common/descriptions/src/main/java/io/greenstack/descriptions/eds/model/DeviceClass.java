package io.greenstack.descriptions.eds.model;

import java.util.List;

/**
 * Entry {@code ClassN} of [Device Classification].
 *
 * @param number N
 * @param names the classification and its subclasses: {@code EtherNetIP}, {@code 1_RSNetWorx_Adapter}, ...
 */
public record DeviceClass(int number, List<String> names) {

    public DeviceClass {
        names = List.copyOf(names);
    }
}
