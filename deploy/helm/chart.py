#!/usr/bin/env python3
"""Makes a Helm chart of what Kustomize renders, so that both say the same.

    deploy/helm/chart.py make FOLDER    writes the chart; needs kubectl
    deploy/helm/chart.py check          renders it with the values it comes with, and compares; needs helm too
"""

import pathlib
import re
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
OVERLAY = ROOT / "deploy/kubernetes/overlays/production"
HOST = "greenstack.example.com"
CONFIG_MAP = re.compile(r"greenstack-[0-9a-z]{10}\b")
IMAGE = re.compile(r"image: (greenstack/[a-z-]+):(\S+)")
# What whoever installs may do without, by kind.
OPTIONAL = {
    "Ingress": "ingress",
    "ExternalSecret": "externalSecrets",
    "PrometheusRule": "monitoring",
    "ServiceMonitor": "monitoring",
    "HorizontalPodAutoscaler": "autoscaling",
}


def run(*command):
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def documents(text):
    """The documents of a rendering, without the comments and blank lines of Helm."""
    parts = re.split(r"^---$", text, flags=re.M)
    lines = ["\n".join(l for l in part.split("\n") if l.strip() and not l.startswith("# Source")) for part in parts]
    return [document for document in lines if document]


def kustomize():
    return [document for document in documents(run("kubectl", "kustomize", str(OVERLAY))) if kind(document) != "Namespace"]


def kind(document):
    return re.search(r"^kind: (\S+)$", document, re.M).group(1)


def name(document):
    return re.search(r"^  name: (\S+)$", document, re.M).group(1)


def settings(documents_):
    config = next(document for document in documents_ if kind(document) == "ConfigMap")
    return re.search(r"^data:\n((?:  .*\n)+)", config, re.M).group(1)


def template(document, data):
    text = document.replace("{{", '{{ "{{" }}')
    text = re.sub(r"^(\s+namespace: )greenstack$", r"\1{{ .Release.Namespace }}", text, flags=re.M)
    text = CONFIG_MAP.sub("greenstack-{{ toYaml .Values.settings | sha256sum | trunc 10 }}", text)
    text = IMAGE.sub(r"image: {{ .Values.images.registry }}\1:{{ .Values.images.tag }}", text)
    text = text.replace(HOST, "{{ .Values.ingress.host }}").replace("secretName: greenstack-tls",
                                                                  "secretName: {{ .Values.ingress.tlsSecret }}")
    text = text.replace("ingressClassName: nginx", "ingressClassName: {{ .Values.ingress.className }}")
    if kind(document) == "ConfigMap":
        text = text.replace(data, "  {{- toYaml .Values.settings | nindent 2 }}\n")
    if kind(document) == "StatefulSet":
        text = re.sub(r"^  replicas: \d+$", '  replicas: {{ index .Values.replicas "%s" }}' % name(document), text,
                      flags=re.M)
    if kind(document) == "Deployment":
        text = text.replace("\nspec:\n", '\nspec:\n  {{- if not .Values.autoscaling.enabled }}\n'
                            '  replicas: {{ index .Values.replicas "%s" }}\n  {{- end }}\n' % name(document), 1)
    if kind(document) == "Job":
        # A job cannot be changed: each revision of the release has its own.
        text = text.replace("\n  name: migration\n", "\n  name: migration-{{ .Release.Revision }}\n", 1)
    switch = OPTIONAL.get(kind(document))
    if switch:
        text = "{{- if .Values.%s.enabled }}\n%s\n{{- end }}" % (switch, text)
    return text + "\n"


def values(documents_, data):
    tag = IMAGE.search("\n".join(documents_)).group(2)
    replicas = "".join("  %s: %s\n" % (name(document), re.search(r"^  replicas: (\d+)$", document, re.M).group(1))
                       for document in documents_ if kind(document) == "StatefulSet")
    return ("""# Made of deploy/kubernetes/overlays/production by deploy/helm/chart.py.
images:
  # with a slash at the end, such as registry.example.com/
  registry: ""
  tag: %s
# Of api-service only where autoscaling is off.
replicas:
  api-service: 2
%singress:
  enabled: true
  className: nginx
  host: %s
  tlsSecret: greenstack-tls
# Three secrets by the External Secrets Operator; without it make them yourself.
externalSecrets:
  enabled: true
# ServiceMonitors and alert rules of the Prometheus operator.
monitoring:
  enabled: true
# Of the API, by its processor time.
autoscaling:
  enabled: true
# Environment of the three services: docs/configuration.md.
settings:
%s""" % (tag, replicas, HOST, data))


def make(folder):
    templates = folder / "templates"
    templates.mkdir(parents=True, exist_ok=True)
    all_ = kustomize()
    data = settings(all_)
    version = IMAGE.search("\n".join(all_)).group(2)
    (folder / "Chart.yaml").write_text("""apiVersion: v2
name: greenstack
description: GreenStack, the services without stores and broker
type: application
version: %s
appVersion: %s
kubeVersion: ">=1.29.0-0"
""" % (version, version))
    (folder / "values.yaml").write_text(values(all_, data))
    for document in all_:
        file = templates / ("%s-%s.yaml" % (kind(document).lower(), CONFIG_MAP.sub("greenstack", name(document))))
        file.write_text(template(document, data))
    return all_


def comparable(all_):
    return sorted(CONFIG_MAP.sub("greenstack-HASH", document).replace("name: migration-1\n", "name: migration\n")
                  for document in all_)


def check():
    with tempfile.TemporaryDirectory() as folder:
        chart = pathlib.Path(folder) / "greenstack"
        wanted = comparable(make(chart))
        run("helm", "lint", "--strict", str(chart))
        template_ = ("helm", "template", "greenstack", str(chart), "--namespace", "greenstack", "--kube-version", "1.29.0")
        rendered = run(*template_)
        if comparable(documents(rendered)) != wanted:
            import difflib
            sys.stdout.writelines(difflib.unified_diff("\n".join(wanted).splitlines(True),
                                                       "\n".join(comparable(documents(rendered))).splitlines(True),
                                                       "kustomize", "helm", n=1))
            sys.exit("The chart renders something else than Kustomize")
        bare = documents(run(*template_, "--set", "ingress.enabled=false,"
                             "externalSecrets.enabled=false,monitoring.enabled=false,autoscaling.enabled=false"))
        if {kind(document) for document in bare} & set(OPTIONAL):
            sys.exit("What was switched off is rendered")
        deployment = next(document for document in bare if kind(document) == "Deployment")
        if "\n  replicas: 2\n" not in deployment:
            sys.exit("Without autoscaling nobody says how many replicas of the API there are")


if __name__ == "__main__":
    if sys.argv[1:] == ["check"]:
        check()
    elif len(sys.argv) == 3 and sys.argv[1] == "make":
        make(pathlib.Path(sys.argv[2]))
    else:
        sys.exit(__doc__)
