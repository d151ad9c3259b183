{{- define "trust" -}}
{"Version": "2012-10-17", "Statement": []}
{{- end -}}
