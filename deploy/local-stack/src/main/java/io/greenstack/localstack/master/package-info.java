/** IO-Link masters for tests and measurements, which can also misbehave. */
package io.greenstack.localstack.master;
