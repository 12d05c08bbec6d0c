-- CreateIndex
CREATE INDEX "TimelineEntry_creditorId_type_at_idx" ON "TimelineEntry"("creditorId", "type", "at");
