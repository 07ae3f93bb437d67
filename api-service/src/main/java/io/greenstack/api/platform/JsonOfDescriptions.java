package io.greenstack.api.platform;

import io.greenstack.descriptions.iodd.parameter.ParameterError;
import io.greenstack.descriptions.iodd.view.IoddDetail;
import io.greenstack.descriptions.iodd.view.IoddParts;
import io.quarkus.runtime.annotations.RegisterForReflection;

/** What the library of descriptions is written as JSON by, for a native executable; the library itself knows no framework. */
@RegisterForReflection(targets = {IoddDetail.class, IoddParts.class, ParameterError.class})
final class JsonOfDescriptions {

    private JsonOfDescriptions() {}
}
