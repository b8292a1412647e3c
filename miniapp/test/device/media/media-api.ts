/** The part of `wx` that deals with files, photos and sound. */
import type { Answering } from '../../realm/wx-answer';
import type { Data, OwnBytes } from '../../realm/wx-types';
import { OWN_FOLDER } from './phone-files';
import { cameraApi, type Camera } from './wx-camera';
import { fileSystemManager } from './wx-files';
import { permissionsApi, type Permissions } from './wx-permissions';
import { innerAudioContext, recorderManager } from './wx-sound';

export interface MediaPhone extends Camera {
  permissions: Permissions;
}

export function mediaApi(phone: MediaPhone, answer: Answering, own: OwnBytes): Data {
  const { files, permissions, screen } = phone;
  const manager = fileSystemManager(files, answer, own);
  const recorder = recorderManager(files, permissions, answer);
  return {
    env: { USER_DATA_PATH: OWN_FOLDER },
    getFileSystemManager: () => manager,
    getRecorderManager: () => recorder,
    createInnerAudioContext: () => innerAudioContext(files, answer),
    ...cameraApi(phone, answer),
    ...permissionsApi(permissions, screen, answer),
  };
}
