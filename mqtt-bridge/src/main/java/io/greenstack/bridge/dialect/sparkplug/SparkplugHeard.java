package io.greenstack.bridge.dialect.sparkplug;

import java.util.List;

import io.greenstack.core.message.DeviceId;
import io.greenstack.core.message.NamedValue;

/** Is told what edge nodes say, so that it is known whether they took what was written. */
@FunctionalInterface
public interface SparkplugHeard {

    /** Takes the values of a birth or of data, in the order of arrival; must not block. */
    void heard(DeviceId device, List<NamedValue> values);
}
