/** The raw elements on WeChat: Taro components with WeChat's aria properties. */
import { Image, Input, Text, Textarea, View } from '@tarojs/components';
import type { ReactNode } from 'react';
import type { BoxProps, InputProps, PictureProps, PressProps } from './element-props';

const FREE = -1;

export function Box(props: BoxProps): ReactNode {
  const { label, live, silent, modal, role, lang: _lang, level: _level, onTouch, ...rest } = props;
  const aria = { ariaRole: role, ariaLabel: label, ariaLive: live, ariaHidden: silent, ariaModal: modal };
  return <View {...rest} {...aria} {...(onTouch ? { onTouchStart: onTouch } : {})} />;
}

/** Words. WeChat's text keeps what is in it in one box of its own, so that it lays nothing out: for flex and grid there is Box. */
export function Span({ label, silent, className, style, id, children }: BoxProps): ReactNode {
  return (
    <Text className={className} style={style} id={id} ariaLabel={label} ariaHidden={silent}>
      {children}
    </Text>
  );
}

export function Press(props: PressProps): ReactNode {
  const {
    onPress,
    disabled,
    busy,
    selected,
    checked,
    current,
    expanded,
    tabStop: _tabStop,
    label,
    role,
    lang: _lang,
    className,
    ...rest
  } = props;
  const off = disabled || busy;
  return (
    <View
      {...rest}
      className={`press ${className ?? ''} ${off ? 'is-off' : ''}`}
      hoverClass={off ? 'none' : 'is-pressed'}
      ariaRole={role ?? 'button'}
      ariaLabel={label}
      ariaDisabled={off}
      ariaBusy={busy}
      ariaSelected={selected ?? current}
      ariaChecked={checked}
      ariaExpanded={expanded}
      onClick={off ? undefined : onPress}
    />
  );
}

/** Its class says whether it fills its frame or fits into it. */
export function Picture({ src, label, className, onFail }: PictureProps): ReactNode {
  const mode = className?.includes('picture-whole') ? 'aspectFit' : 'aspectFill';
  return <Image className={className} src={src} mode={mode} lazyLoad ariaLabel={label} onError={onFail} />;
}

const TYPES = { text: 'text', phone: 'number', number: 'number', password: 'safe-password' } as const;

export function TextInput(props: InputProps): ReactNode {
  const {
    kind = 'text',
    label,
    value,
    onChange,
    onBlur,
    onEnter,
    max,
    placeholder,
    required,
    autoFocus,
    className,
    id,
  } = props;
  return (
    <Input
      className={className}
      id={id}
      type={TYPES[kind]}
      password={kind === 'password'}
      value={value}
      maxlength={max ?? FREE}
      placeholder={placeholder ?? ''}
      placeholderClass="field-placeholder"
      focus={autoFocus}
      ariaLabel={label}
      ariaRequired={required}
      onInput={(event) => onChange(event.detail.value)}
      onBlur={onBlur}
      onConfirm={onEnter}
    />
  );
}

export function LongInput(props: InputProps): ReactNode {
  const { label, value, onChange, onBlur, max, placeholder, required, autoFocus, className, id } = props;
  return (
    <Textarea
      className={className}
      id={id}
      value={value}
      maxlength={max ?? FREE}
      placeholder={placeholder ?? ''}
      placeholderClass="field-placeholder"
      autoFocus={autoFocus}
      autoHeight
      showConfirmBar={false}
      disableDefaultPadding
      ariaLabel={label}
      ariaRequired={required}
      onInput={(event) => onChange(event.detail.value)}
      onBlur={onBlur}
    />
  );
}
