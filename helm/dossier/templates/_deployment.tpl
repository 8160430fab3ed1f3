{{/* The Deployment of a role. Takes (dict "root" $ "component" "api" "role" .Values.api). */}}
{{- define "dossier.deployment" -}}
{{- $secret := include "dossier.secretName" .root -}}
apiVersion: apps/v1
kind: Deployment
metadata:
  name: {{ include "dossier.fullname" .root }}-{{ .component }}
  labels:
    {{- include "dossier.labels" . | nindent 4 }}
spec:
  {{- if not .role.autoscaling.enabled }}
  replicas: {{ .role.replicas }}
  {{- end }}
  strategy:
    type: RollingUpdate
    rollingUpdate:
      maxUnavailable: 0
      maxSurge: 1
  selector:
    matchLabels:
      {{- include "dossier.selectorLabels" . | nindent 6 }}
  template:
    metadata:
      labels:
        {{- include "dossier.labels" . | nindent 8 }}
      annotations:
        checksum/config: {{ include (print .root.Template.BasePath "/configmap.yaml") .root | sha256sum }}
        checksum/secret: {{ include (print .root.Template.BasePath "/secret.yaml") .root | sha256sum }}
        {{- with .role.podAnnotations }}
        {{- toYaml . | nindent 8 }}
        {{- end }}
    spec:
      serviceAccountName: {{ include "dossier.serviceAccountName" .root }}
      # Nothing in the service talks to Kubernetes.
      automountServiceAccountToken: false
      enableServiceLinks: false
      terminationGracePeriodSeconds: {{ .role.terminationGracePeriodSeconds }}
      {{- with .root.Values.imagePullSecrets }}
      imagePullSecrets:
        {{- toYaml . | nindent 8 }}
      {{- end }}
      securityContext:
        {{- include "dossier.podSecurityContext" .root | nindent 8 }}
      topologySpreadConstraints:
        {{- range $key := list "kubernetes.io/hostname" "topology.kubernetes.io/zone" }}
        - maxSkew: 1
          topologyKey: {{ $key }}
          whenUnsatisfiable: ScheduleAnyway
          labelSelector:
            matchLabels:
              {{- include "dossier.selectorLabels" $ | nindent 14 }}
        {{- end }}
      containers:
        - name: {{ .component }}
          image: {{ include "dossier.image" .root }}
          imagePullPolicy: {{ .root.Values.image.pullPolicy }}
          args: ["node", "dist/apps/api/src/main.js"]
          ports:
            - name: http
              containerPort: 3000
          envFrom:
            - configMapRef:
                name: {{ include "dossier.fullname" .root }}
            {{- if .root.Values.secrets.extra }}
            - secretRef:
                name: {{ include "dossier.fullname" .root }}-extra
            {{- end }}
          env:
            - name: PROCESS_ROLE
              value: {{ .component }}
            {{- range $name, $value := .role.env }}
            - name: {{ $name }}
              value: {{ $value | quote }}
            {{- end }}
            {{- range $name := list "DATABASE_URL" "DATABASE_SYSTEM_URL" "REDIS_URL" "METRICS_TOKEN" "AUDIT_KEYS" "ENCRYPTION_KEYS" }}
            {{- include "dossier.secretEnv" (dict "name" $name "secret" $secret "optional" false) | nindent 12 }}
            {{- end }}
            {{- if eq .component "api" }}
            {{- include "dossier.secretEnv" (dict "name" "INIT_ADMIN_PASSWORD" "secret" $secret "optional" true) | nindent 12 }}
            {{- end }}
          startupProbe:
            httpGet: { path: /health/live, port: http }
            periodSeconds: 2
            failureThreshold: 60
          livenessProbe:
            httpGet: { path: /health/live, port: http }
            periodSeconds: 10
            timeoutSeconds: 3
            failureThreshold: 3
          readinessProbe:
            httpGet: { path: /health/ready, port: http }
            periodSeconds: 2
            timeoutSeconds: 2
            failureThreshold: 1
          {{- if gt (int .role.preStopSleepSeconds) 0 }}
          lifecycle:
            preStop:
              exec:
                command: ["sleep", {{ .role.preStopSleepSeconds | quote }}]
          {{- end }}
          securityContext:
            {{- include "dossier.containerSecurityContext" .root | nindent 12 }}
          resources:
            {{- toYaml .role.resources | nindent 12 }}
          volumeMounts:
            - name: files
              mountPath: /data
            - name: keys
              mountPath: /run/keys
              readOnly: true
            - name: tmp
              mountPath: /tmp
      volumes:
        - name: files
          persistentVolumeClaim:
            claimName: {{ include "dossier.claimName" .root }}
        - name: keys
          secret:
            secretName: {{ include "dossier.keysSecretName" .root }}
            items:
              - key: jwt.json
                path: jwt.json
        - name: tmp
          emptyDir:
            sizeLimit: 1Gi
      {{- with .role.nodeSelector }}
      nodeSelector:
        {{- toYaml . | nindent 8 }}
      {{- end }}
      {{- with .role.affinity }}
      affinity:
        {{- toYaml . | nindent 8 }}
      {{- end }}
      {{- with .role.tolerations }}
      tolerations:
        {{- toYaml . | nindent 8 }}
      {{- end }}
{{- end -}}
