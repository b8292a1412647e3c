/** Media: photos and voices, one way in for every path, and private links out. */
import { Global, Module } from '@nestjs/common';
import { Config } from '../platform/config/config';
import { Attachments } from './attachments';
import { Finishing } from './finishing';
import { LinkedMedia } from './linked-media';
import { MediaLinks } from './links';
import { MediaAudits } from './media-audits';
import { MediaFiles } from './media-files';
import { MediaOfGuests } from './media-of-guests';
import { MediaController } from './media.controller';
import { MediaViews } from './media.views';
import { DiskStore } from './store/disk-store';
import { MediaStore } from './store/media-store';
import { S3Store } from './store/s3-store';
import { SweepMedia } from './sweep-media';
import { UploadLimits } from './upload-limits';
import { UploadsService } from './uploads.service';

function storeOf(config: Config): MediaStore {
  const { mediaS3Url: url, mediaS3Bucket: name = '', mediaS3Region: region } = config;
  if (url === undefined) return new DiskStore(config.mediaDir);
  return new S3Store({ url, name, region, keyId: config.mediaS3KeyId ?? '', secret: config.mediaS3Secret ?? '' });
}

@Global()
@Module({
  controllers: [MediaController],
  providers: [
    { provide: MediaStore, inject: [Config], useFactory: storeOf },
    Attachments,
    Finishing,
    LinkedMedia,
    MediaAudits,
    MediaFiles,
    MediaLinks,
    MediaOfGuests,
    MediaViews,
    SweepMedia,
    UploadLimits,
    UploadsService,
  ],
  exports: [Attachments],
})
export class MediaModule {}
