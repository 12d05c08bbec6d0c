-- CreateTable
CREATE TABLE "Creditor" (
    "id" TEXT NOT NULL,
    "country" TEXT NOT NULL,
    "timeZone" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "profile" JSONB NOT NULL,
    "sending" TEXT NOT NULL DEFAULT 'off',
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Creditor_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Debtor" (
    "creditorId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "country" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "profile" JSONB NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "updatedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Debtor_pkey" PRIMARY KEY ("creditorId","id")
);

-- CreateTable
CREATE TABLE "Invoice" (
    "creditorId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "debtorId" TEXT NOT NULL,
    "issuedOn" TEXT NOT NULL,
    "postedOn" TEXT NOT NULL,
    "dueOn" TEXT NOT NULL,
    "amountMinor" BIGINT NOT NULL,
    "currency" TEXT NOT NULL,
    "subject" TEXT,
    "details" JSONB NOT NULL,
    "request" JSONB NOT NULL,
    "strategyKey" TEXT NOT NULL,
    "strategyVersion" INTEGER NOT NULL,
    "plan" JSONB NOT NULL,
    "announcedOn" TEXT NOT NULL,
    "announcedAt" TIMESTAMP(3) NOT NULL,
    "priorReminders" JSONB NOT NULL,
    "factsVersion" INTEGER NOT NULL DEFAULT 1,
    "reaction" JSONB,
    "startedAt" TIMESTAMP(3),
    "toldVersion" INTEGER NOT NULL DEFAULT 0,
    "cancelledOn" TEXT,
    "writtenOffOn" TEXT,
    "writtenOffAs" TEXT,
    "handedOverOn" TEXT,
    "closedOn" TEXT,
    "outcome" TEXT,
    "status" TEXT NOT NULL,
    "nextStepKey" TEXT,
    "nextStepAt" TIMESTAMP(3),
    "updatedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Invoice_pkey" PRIMARY KEY ("creditorId","id")
);

-- CreateTable
CREATE TABLE "Step" (
    "creditorId" TEXT NOT NULL,
    "invoiceId" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "plannedOn" TEXT NOT NULL,
    "on" TEXT,
    "at" TIMESTAMP(3),
    "status" TEXT NOT NULL,
    "reason" TEXT,
    "contact" BOOLEAN NOT NULL DEFAULT false,
    "channel" TEXT,
    "decided" BOOLEAN NOT NULL DEFAULT false,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "viaChannel" TEXT,
    "notBefore" TEXT,
    "messageId" TEXT,
    "documentId" TEXT,

    CONSTRAINT "Step_pkey" PRIMARY KEY ("creditorId","invoiceId","key")
);

-- CreateTable
CREATE TABLE "Payment" (
    "creditorId" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "amountMinor" BIGINT NOT NULL,
    "currency" TEXT NOT NULL,
    "receivedOn" TEXT NOT NULL,
    "method" TEXT,
    "reference" TEXT,
    "payer" JSONB,
    "metadata" JSONB,
    "request" JSONB NOT NULL,
    "payerIban" TEXT,
    "status" TEXT NOT NULL,
    "waitingFor" TEXT[],
    "proposal" JSONB,
    "recordedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Payment_pkey" PRIMARY KEY ("creditorId","source","id")
);

-- CreateTable
CREATE TABLE "Allocation" (
    "creditorId" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "paymentId" TEXT NOT NULL,
    "invoiceId" TEXT NOT NULL,
    "amountMinor" BIGINT NOT NULL,
    "recordedAt" TIMESTAMP(3) NOT NULL,
    "by" TEXT NOT NULL,

    CONSTRAINT "Allocation_pkey" PRIMARY KEY ("creditorId","source","paymentId","invoiceId")
);

-- CreateTable
CREATE TABLE "Reversal" (
    "creditorId" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "paymentId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "on" TEXT NOT NULL,
    "amountMinor" BIGINT NOT NULL,
    "shares" JSONB NOT NULL,
    "request" JSONB NOT NULL,
    "recordedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Reversal_pkey" PRIMARY KEY ("creditorId","source","paymentId","id")
);

-- CreateTable
CREATE TABLE "CreditNote" (
    "creditorId" TEXT NOT NULL,
    "invoiceId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "amountMinor" BIGINT NOT NULL,
    "currency" TEXT NOT NULL,
    "issuedOn" TEXT NOT NULL,
    "effect" TEXT NOT NULL,
    "reason" TEXT,
    "request" JSONB NOT NULL,
    "recordedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "CreditNote_pkey" PRIMARY KEY ("creditorId","invoiceId","id")
);

-- CreateTable
CREATE TABLE "Hold" (
    "id" TEXT NOT NULL,
    "creditorId" TEXT NOT NULL,
    "invoiceId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "until" TEXT,
    "thenDo" TEXT NOT NULL,
    "note" TEXT,
    "openedOn" TEXT NOT NULL,
    "openedAt" TIMESTAMP(3) NOT NULL,
    "by" TEXT NOT NULL,
    "endedOn" TEXT,
    "endedBy" TEXT,

    CONSTRAINT "Hold_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Reminder" (
    "key" TEXT NOT NULL,
    "creditorId" TEXT NOT NULL,
    "invoiceId" TEXT NOT NULL,
    "stepKey" TEXT NOT NULL,
    "n" INTEGER NOT NULL,
    "channel" TEXT NOT NULL,
    "level" INTEGER NOT NULL,
    "on" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "balanceMinor" BIGINT NOT NULL,
    "messageId" TEXT,
    "documentId" TEXT,
    "reservedAt" TIMESTAMP(3) NOT NULL,
    "firstAttemptAt" TIMESTAMP(3),
    "settledAt" TIMESTAMP(3),

    CONSTRAINT "Reminder_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "Message" (
    "id" TEXT NOT NULL,
    "creditorId" TEXT NOT NULL,
    "invoiceId" TEXT,
    "debtorId" TEXT NOT NULL,
    "reminderKey" TEXT,
    "stepKey" TEXT,
    "kind" TEXT NOT NULL,
    "template" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "mode" TEXT,
    "subject" TEXT NOT NULL,
    "markdown" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "html" TEXT NOT NULL,
    "fromLine" TEXT NOT NULL,
    "replyTo" TEXT,
    "recipients" JSONB NOT NULL,
    "attachments" JSONB NOT NULL,
    "sha256" TEXT NOT NULL,
    "providerId" TEXT,
    "failure" TEXT,
    "context" JSONB NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "sentAt" TIMESTAMP(3),

    CONSTRAINT "Message_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Draft" (
    "id" TEXT NOT NULL,
    "creditorId" TEXT NOT NULL,
    "invoiceId" TEXT NOT NULL,
    "stepKey" TEXT NOT NULL,
    "n" INTEGER NOT NULL,
    "channel" TEXT NOT NULL,
    "template" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "markdown" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "html" TEXT NOT NULL,
    "recipients" JSONB NOT NULL,
    "attachments" JSONB NOT NULL,
    "personalLine" TEXT,
    "sha256" TEXT NOT NULL,
    "balanceMinor" BIGINT NOT NULL,
    "madeOn" TEXT NOT NULL,
    "madeAt" TIMESTAMP(3) NOT NULL,
    "status" TEXT NOT NULL,
    "withdrawnWhy" TEXT,
    "approvedBy" TEXT,
    "approvedAt" TIMESTAMP(3),
    "personalLineState" TEXT,
    "editSubject" TEXT,
    "editMarkdown" TEXT,

    CONSTRAINT "Draft_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Document" (
    "id" TEXT NOT NULL,
    "creditorId" TEXT NOT NULL,
    "invoiceId" TEXT,
    "debtorId" TEXT NOT NULL,
    "stepKey" TEXT,
    "kind" TEXT NOT NULL,
    "number" TEXT,
    "filename" TEXT NOT NULL,
    "mediaType" TEXT NOT NULL,
    "bytes" BYTEA NOT NULL,
    "sha256" TEXT NOT NULL,
    "madeOn" TEXT NOT NULL,
    "madeAt" TIMESTAMP(3) NOT NULL,
    "plannedPosting" TEXT,
    "printedDate" TEXT,
    "postedOn" TEXT,
    "trackingNumber" TEXT,
    "voidedOn" TEXT,
    "voidedWhy" TEXT,

    CONSTRAINT "Document_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "LetterEvent" (
    "documentId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "on" TEXT NOT NULL,
    "trackingNumber" TEXT,
    "recordedAt" TIMESTAMP(3) NOT NULL,
    "by" TEXT NOT NULL,

    CONSTRAINT "LetterEvent_pkey" PRIMARY KEY ("documentId","kind","on")
);

-- CreateTable
CREATE TABLE "Task" (
    "id" TEXT NOT NULL,
    "creditorId" TEXT NOT NULL,
    "invoiceId" TEXT,
    "debtorId" TEXT,
    "stepKey" TEXT,
    "kind" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "details" JSONB NOT NULL,
    "role" TEXT NOT NULL,
    "owner" TEXT,
    "deputy" TEXT,
    "escalated" BOOLEAN NOT NULL DEFAULT false,
    "openedOn" TEXT NOT NULL,
    "openedAt" TIMESTAMP(3) NOT NULL,
    "deadlineOn" TEXT,
    "deadlineAt" TIMESTAMP(3),
    "onDeadline" TEXT,
    "blocking" BOOLEAN NOT NULL DEFAULT true,
    "snoozedUntil" TEXT,
    "status" TEXT NOT NULL,
    "result" JSONB,
    "closedOn" TEXT,
    "closedAt" TIMESTAMP(3),
    "closedBy" TEXT,

    CONSTRAINT "Task_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Call" (
    "id" TEXT NOT NULL,
    "creditorId" TEXT NOT NULL,
    "invoiceId" TEXT NOT NULL,
    "stepKey" TEXT,
    "taskId" TEXT,
    "channel" TEXT NOT NULL,
    "outcome" TEXT NOT NULL,
    "reached" BOOLEAN NOT NULL,
    "contactId" TEXT,
    "spokeTo" TEXT,
    "notes" TEXT,
    "summary" TEXT,
    "answers" JSONB NOT NULL,
    "on" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,
    "by" TEXT NOT NULL,
    "summaryMessageId" TEXT,

    CONSTRAINT "Call_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Strategy" (
    "creditorId" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "definition" JSONB NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "by" TEXT NOT NULL,

    CONSTRAINT "Strategy_pkey" PRIMARY KEY ("creditorId","key","version")
);

-- CreateTable
CREATE TABLE "ApiKey" (
    "id" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "creditorId" TEXT,
    "scopes" TEXT[],
    "createdAt" TIMESTAMP(3) NOT NULL,
    "revokedAt" TIMESTAMP(3),

    CONSTRAINT "ApiKey_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "IdempotentRequest" (
    "keyId" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "route" TEXT NOT NULL,
    "fingerprint" TEXT NOT NULL,
    "status" INTEGER,
    "body" JSONB,
    "startedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "IdempotentRequest_pkey" PRIMARY KEY ("keyId","key","route")
);

-- CreateTable
CREATE TABLE "WebhookDelivery" (
    "source" TEXT NOT NULL,
    "webhookId" TEXT NOT NULL,
    "type" TEXT,
    "body" BYTEA NOT NULL,
    "result" TEXT NOT NULL,
    "waitsFor" TEXT,
    "receivedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "WebhookDelivery_pkey" PRIMARY KEY ("source","webhookId")
);

-- CreateTable
CREATE TABLE "TimelineEntry" (
    "id" BIGSERIAL NOT NULL,
    "creditorId" TEXT NOT NULL,
    "invoiceId" TEXT NOT NULL,
    "on" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,
    "type" TEXT NOT NULL,
    "actor" TEXT NOT NULL,
    "stepKey" TEXT,
    "data" JSONB NOT NULL,

    CONSTRAINT "TimelineEntry_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Invoice_creditorId_debtorId_idx" ON "Invoice"("creditorId", "debtorId");

-- CreateIndex
CREATE INDEX "Invoice_creditorId_status_idx" ON "Invoice"("creditorId", "status");

-- CreateIndex
CREATE INDEX "Invoice_creditorId_number_idx" ON "Invoice"("creditorId", "number");

-- CreateIndex
CREATE INDEX "Invoice_updatedAt_idx" ON "Invoice"("updatedAt");

-- CreateIndex
CREATE INDEX "Payment_creditorId_status_idx" ON "Payment"("creditorId", "status");

-- CreateIndex
CREATE INDEX "Payment_creditorId_payerIban_idx" ON "Payment"("creditorId", "payerIban");

-- CreateIndex
CREATE INDEX "Payment_waitingFor_idx" ON "Payment" USING GIN ("waitingFor");

-- CreateIndex
CREATE INDEX "Allocation_creditorId_invoiceId_idx" ON "Allocation"("creditorId", "invoiceId");

-- CreateIndex
CREATE INDEX "Hold_creditorId_invoiceId_idx" ON "Hold"("creditorId", "invoiceId");

-- CreateIndex
CREATE INDEX "Reminder_creditorId_invoiceId_idx" ON "Reminder"("creditorId", "invoiceId");

-- CreateIndex
CREATE INDEX "Message_creditorId_invoiceId_idx" ON "Message"("creditorId", "invoiceId");

-- CreateIndex
CREATE INDEX "Message_creditorId_createdAt_idx" ON "Message"("creditorId", "createdAt");

-- CreateIndex
CREATE INDEX "Draft_creditorId_invoiceId_stepKey_idx" ON "Draft"("creditorId", "invoiceId", "stepKey");

-- CreateIndex
CREATE INDEX "Document_creditorId_invoiceId_idx" ON "Document"("creditorId", "invoiceId");

-- CreateIndex
CREATE INDEX "Task_creditorId_status_idx" ON "Task"("creditorId", "status");

-- CreateIndex
CREATE INDEX "Task_creditorId_invoiceId_idx" ON "Task"("creditorId", "invoiceId");

-- CreateIndex
CREATE INDEX "Call_creditorId_invoiceId_idx" ON "Call"("creditorId", "invoiceId");

-- CreateIndex
CREATE UNIQUE INDEX "ApiKey_hash_key" ON "ApiKey"("hash");

-- CreateIndex
CREATE INDEX "WebhookDelivery_waitsFor_idx" ON "WebhookDelivery"("waitsFor");

-- CreateIndex
CREATE INDEX "TimelineEntry_creditorId_invoiceId_id_idx" ON "TimelineEntry"("creditorId", "invoiceId", "id");

-- AddForeignKey
ALTER TABLE "Debtor" ADD CONSTRAINT "Debtor_creditorId_fkey" FOREIGN KEY ("creditorId") REFERENCES "Creditor"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Invoice" ADD CONSTRAINT "Invoice_creditorId_fkey" FOREIGN KEY ("creditorId") REFERENCES "Creditor"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Invoice" ADD CONSTRAINT "Invoice_creditorId_debtorId_fkey" FOREIGN KEY ("creditorId", "debtorId") REFERENCES "Debtor"("creditorId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Step" ADD CONSTRAINT "Step_creditorId_invoiceId_fkey" FOREIGN KEY ("creditorId", "invoiceId") REFERENCES "Invoice"("creditorId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Allocation" ADD CONSTRAINT "Allocation_creditorId_source_paymentId_fkey" FOREIGN KEY ("creditorId", "source", "paymentId") REFERENCES "Payment"("creditorId", "source", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Allocation" ADD CONSTRAINT "Allocation_creditorId_invoiceId_fkey" FOREIGN KEY ("creditorId", "invoiceId") REFERENCES "Invoice"("creditorId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Reversal" ADD CONSTRAINT "Reversal_creditorId_source_paymentId_fkey" FOREIGN KEY ("creditorId", "source", "paymentId") REFERENCES "Payment"("creditorId", "source", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CreditNote" ADD CONSTRAINT "CreditNote_creditorId_invoiceId_fkey" FOREIGN KEY ("creditorId", "invoiceId") REFERENCES "Invoice"("creditorId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Hold" ADD CONSTRAINT "Hold_creditorId_invoiceId_fkey" FOREIGN KEY ("creditorId", "invoiceId") REFERENCES "Invoice"("creditorId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Reminder" ADD CONSTRAINT "Reminder_creditorId_invoiceId_fkey" FOREIGN KEY ("creditorId", "invoiceId") REFERENCES "Invoice"("creditorId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Message" ADD CONSTRAINT "Message_creditorId_invoiceId_fkey" FOREIGN KEY ("creditorId", "invoiceId") REFERENCES "Invoice"("creditorId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Draft" ADD CONSTRAINT "Draft_creditorId_invoiceId_fkey" FOREIGN KEY ("creditorId", "invoiceId") REFERENCES "Invoice"("creditorId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Document" ADD CONSTRAINT "Document_creditorId_invoiceId_fkey" FOREIGN KEY ("creditorId", "invoiceId") REFERENCES "Invoice"("creditorId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LetterEvent" ADD CONSTRAINT "LetterEvent_documentId_fkey" FOREIGN KEY ("documentId") REFERENCES "Document"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Task" ADD CONSTRAINT "Task_creditorId_invoiceId_fkey" FOREIGN KEY ("creditorId", "invoiceId") REFERENCES "Invoice"("creditorId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Call" ADD CONSTRAINT "Call_creditorId_invoiceId_fkey" FOREIGN KEY ("creditorId", "invoiceId") REFERENCES "Invoice"("creditorId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TimelineEntry" ADD CONSTRAINT "TimelineEntry_creditorId_invoiceId_fkey" FOREIGN KEY ("creditorId", "invoiceId") REFERENCES "Invoice"("creditorId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
