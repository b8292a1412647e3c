/** A request to an outside body, as the body reads it: what is asked, until when, whom to call, and the two answers. */
import { useState } from 'react';
import { coordinationRoutes } from '@sevengrid/shared/tickets/coordination.routes';
import type { PartnerRequestView } from '@sevengrid/shared/tickets/views';
import { dial } from '../../../platform/phone';
import { Button, Caption, Card, Due, Facts, Heading, Loaded, Page, Row, Stack, Words } from '../../../ui';
import { MediaShown } from '../../../ui/media';
import { useClock, useQueryOf, useRoute, useTexts } from '../../../use';
import { RequestAnswer, type Answering } from '../parts/request-answer';
import '../../../texts/apart/partner';
import '../../../texts/apart/ticket';

function Whom({ request }: { request: PartnerRequestView }) {
  const { t, nameOf } = useTexts();
  const { contact, officePhone } = request;
  const community = nameOf({ name: request.communityName, nameBo: request.communityNameBo });
  const facts = [
    { label: t('tickets.partner.from'), value: [community, request.askedByName].filter(Boolean).join(' · ') },
    ...(request.address ? [{ label: t('tickets.partner.address'), value: request.address }] : []),
    ...(contact ? [{ label: t('tickets.partner.contact'), value: contact.name ?? '' }] : []),
  ];
  return (
    <Card>
      <Stack>
        <Facts items={facts} />
        <Row gap={2} wrap>
          {contact?.phone && (
            <Button grow icon="phone" kind="secondary" onPress={() => dial(contact.phone ?? '')}>
              {t('tickets.partner.callRequester')}
            </Button>
          )}
          {officePhone && (
            <Button grow icon="phone" kind="secondary" onPress={() => dial(officePhone)}>
              {t('tickets.partner.callOffice')}
            </Button>
          )}
        </Row>
      </Stack>
    </Card>
  );
}

function Ended({ request, again }: { request: PartnerRequestView; again: () => unknown }) {
  const { t } = useTexts();
  if (request.moves.length > 0) return null;
  return (
    <Card tone="tint">
      <Stack gap={2}>
        <Heading level={3}>{t(`tickets.request.state.${request.state}`)}</Heading>
        {request.returnReason && <Caption>{t(`tickets.return.${request.returnReason}`)}</Caption>}
        {request.answer && <Words>{request.answer}</Words>}
        <MediaShown media={request.answerMedia} again={again} />
      </Stack>
    </Card>
  );
}

export default function Request() {
  const { t, say } = useTexts();
  const { id = '' } = useQueryOf<{ id?: string }>();
  const now = useClock();
  const [answering, setAnswering] = useState<Answering>();
  const read = useRoute(coordinationRoutes.one, { params: { id } }, { when: id !== '', onShow: true });
  const moves = read.data?.moves ?? [];
  const open = moves.length > 0;
  return (
    <Page
      title={t('tickets.request.title')}
      onRefresh={read.again}
      footer={
        open ? (
          <>
            <Button grow onPress={() => setAnswering('reply')}>
              {t('tickets.partner.reply')}
            </Button>
            {moves.includes('return') && (
              <Button kind="ghost" onPress={() => setAnswering('sendBack')}>
                {t('tickets.partner.sendBack')}
              </Button>
            )}
          </>
        ) : undefined
      }
    >
      <Loaded of={read} rows={3}>
        {(request) => (
          <>
            <Card>
              <Stack gap={2}>
                <Row gap={2} wrap>
                  <Heading level={3}>{say(request.category)}</Heading>
                  <Caption className="tabular">{request.number}</Caption>
                </Row>
                <Words>{request.words}</Words>
                <MediaShown media={request.media} again={read.again} />
                {open && <Due big at={Date.parse(request.dueAt)} now={now} title={t('tickets.partner.due')} />}
              </Stack>
            </Card>
            <Ended request={request} again={read.again} />
            <Whom request={request} />
          </>
        )}
      </Loaded>
      {answering && <RequestAnswer id={id} how={answering} onClose={() => setAnswering(undefined)} />}
    </Page>
  );
}
