package io.greenstack.api.platform;

import io.greenstack.descriptions.Finding;
import io.greenstack.descriptions.ParameterError;
import io.greenstack.descriptions.ParameterLine;
import io.greenstack.descriptions.eds.layout.SizeRange;
import io.greenstack.descriptions.eds.model.PathSegment;
import io.greenstack.descriptions.eds.recipe.ConnectionRecipe;
import io.greenstack.descriptions.eds.view.EdsDetail;
import io.greenstack.descriptions.iodd.trust.CoverageReport;
import io.greenstack.descriptions.iodd.trust.TrustReport;
import io.greenstack.descriptions.iodd.view.IoddDetail;
import io.greenstack.descriptions.iodd.view.IoddParts;
import io.quarkus.runtime.annotations.RegisterForReflection;

/** What the library of descriptions is written as JSON by, for a native executable; the library itself knows no framework. */
@RegisterForReflection(targets = {IoddDetail.class, IoddParts.class, EdsDetail.class, Finding.class,
        ParameterError.class, ParameterLine.class, TrustReport.class, CoverageReport.class,
        ConnectionRecipe.class, SizeRange.class, PathSegment.class})
final class JsonOfDescriptions {

    private JsonOfDescriptions() {}
}
